using System.Collections.Immutable;
using DncActors.Domain.Identity;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Workflows;

/// <summary>Copies an action to other statuses.</summary>
public static class CopyRules
{
    /// <summary>
    /// All or none: every bad target is named (422), of another record type, missing, disabled, archived, listed twice. A target that has an action of that
    /// name gets it replaced, its id and place kept. What has it already, as it is, is not changed: copying twice is copying once.
    /// </summary>
    public static Outcome<PlacementEdit> Copy(
        OrganizationDocuments documents,
        string workflowId,
        string statusId,
        string actionId,
        ImmutableArray<StatusRef> targets,
        DateTimeOffset now,
        IdSource ids)
    {
        if (!documents.Workflows.TryGetValue(workflowId, out var workflow)) return Refusal.NotFound("workflow", TextRules.Shorten(workflowId));
        if (workflow.Find(statusId) is not { } status) return Refusal.NotFound("status", TextRules.Shorten(statusId));
        if (status.Actions.FirstOrDefault(a => a.Id == actionId) is not { } action) return Refusal.NotFound("action", TextRules.Shorten(actionId));
        var placed = PlacementRules.Place(documents, "copy", $"The action '{action.Name}'", workflow.RecordType, action, targets, now, ids);
        if (!placed.Ok || placed.Value.Workflows.Any(w => w.Id == workflowId)) return placed;
        var source = new DocumentGuard(DocumentKind.Workflow, workflow.Id, workflow.Version);
        return placed.Value with { Guards = placed.Value.Guards.And(new([source], [], [])) };
    }
}
