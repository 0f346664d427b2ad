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
        var found = Find(documents, workflowId, statusId, actionId);
        if (!found.Ok) return found.Refusal;
        var (workflow, action) = found.Value;
        var placed = PlacementRules.Place(documents, "copy", SourceOf(action), workflow.RecordType, action, targets, now, ids);
        if (!placed.Ok || placed.Value.Workflows.Any(w => w.Id == workflowId)) return placed;
        var source = new DocumentGuard(DocumentKind.Workflow, workflow.Id, workflow.Version);
        return placed.Value with { Guards = placed.Value.Guards.And(new([source], [], [])) };
    }

    /// <summary>What a copy would do, target by target.</summary>
    public static Outcome<ImmutableArray<PlacementPreview>> Preview(
        OrganizationDocuments documents, string workflowId, string statusId, string actionId, ImmutableArray<StatusRef> targets)
    {
        var found = Find(documents, workflowId, statusId, actionId);
        return found.Ok
            ? PlacementPreviewRules.Preview(documents, SourceOf(found.Value.Action), found.Value.Workflow.RecordType, found.Value.Action, targets)
            : found.Refusal;
    }

    static Outcome<(Workflow Workflow, WorkflowAction Action)> Find(OrganizationDocuments documents, string workflowId, string statusId, string actionId)
    {
        if (!documents.Workflows.TryGetValue(workflowId, out var workflow)) return Refusal.NotFound("workflow", TextRules.Shorten(workflowId));
        if (workflow.Find(statusId) is not { } status) return Refusal.NotFound("status", TextRules.Shorten(statusId));
        return status.Actions.FirstOrDefault(a => a.Id == actionId) is { } action
            ? (workflow, action)
            : Refusal.NotFound("action", TextRules.Shorten(actionId));
    }

    static string SourceOf(WorkflowAction action) => $"The action '{action.Name}'";
}
