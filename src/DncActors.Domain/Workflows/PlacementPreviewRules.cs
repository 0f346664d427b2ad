using System.Collections.Immutable;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Workflows;

/// <summary>Judges each target of a placement by itself, by the rules of <see cref="PlacementRules"/>: a bad one keeps no other out.</summary>
static class PlacementPreviewRules
{
    public static Outcome<ImmutableArray<PlacementPreview>> Preview(
        OrganizationDocuments documents, string source, string recordType, WorkflowAction action, ImmutableArray<StatusRef> targets)
    {
        if (PlacementRules.RefuseCount(targets) is { } count) return count;
        var stale = PlacementRules.RefuseStale(documents, "template", source, recordType, action) is { } refusal
            ? new Reason("action.stale", refusal.Detail, null)
            : null;
        var seen = new HashSet<StatusRef>();
        var previews = targets.Select(target => Judge(documents, recordType, action, target, seen.Add(target) ? stale : Twice)).ToImmutableArray();
        return WithSizes(documents, previews);
    }

    static Reason Twice { get; } = new("target.twice", "The target is listed twice.", "Name it once.");

    static PlacementPreview Judge(OrganizationDocuments documents, string recordType, WorkflowAction action, StatusRef target, Reason? refused)
    {
        var status = documents.FindStatus(target);
        refused ??= TargetRules.Why(documents, recordType, action, target);
        var version = documents.Workflows.TryGetValue(target.WorkflowId, out var workflow) ? workflow.Version : 0;
        if (refused is not null || status is null) return new(target, status?.Name, refused, null, null, version);
        var before = status.Actions.FirstOrDefault(a => WorkflowFieldRules.SameName(a.Name, action.Name));
        var order = before?.Order ?? WorkflowFieldRules.Behind(status.Actions.Select(a => a.Order));
        return new(target, status.Name, null, before, action with { Id = before?.Id ?? "", Order = order }, version);
    }

    /// <summary>What would make a workflow too large is refused in all of its statuses: which of them would be one too many is nobody's to say.</summary>
    static ImmutableArray<PlacementPreview> WithSizes(OrganizationDocuments documents, ImmutableArray<PlacementPreview> previews)
    {
        var good = previews.Where(p => p.After is not null).GroupBy(p => p.At.WorkflowId).Select(g => Placed(documents.Workflows[g.Key], g)).ToList();
        var tooLarge = new Dictionary<string, Refusal>(StringComparer.Ordinal);
        foreach (var workflow in good)
        {
            if (WorkflowRefusals.TooLarge(workflow) is { } why) tooLarge[workflow.Id] = why;
        }
        if (good.Sum(WorkflowSizeRules.Bytes) > WorkflowLimits.MaxPlacementBytes)
        {
            var all = PlacementRules.TooLarge(previews.Length);
            foreach (var workflow in good) tooLarge.TryAdd(workflow.Id, all);
        }
        if (tooLarge.Count == 0) return previews;
        return
        [
            .. previews.Select(p => p.After is not null && tooLarge.TryGetValue(p.At.WorkflowId, out var why)
                ? p with { Refused = new(why.Rule, why.Detail, null), Before = null, After = null }
                : p),
        ];
    }

    static Workflow Placed(Workflow workflow, IEnumerable<PlacementPreview> previews)
    {
        var after = previews.ToDictionary(p => p.At.StatusId, p => p.After!);
        return workflow with
        {
            Statuses = [.. workflow.Statuses.Select(s => after.TryGetValue(s.Id, out var action) ? s with { Actions = With(s.Actions, action) } : s)],
        };
    }

    static ImmutableArray<WorkflowAction> With(ImmutableArray<WorkflowAction> actions, WorkflowAction action) =>
        action.Id.Length == 0 ? actions.Add(action) : [.. actions.Select(a => a.Id == action.Id ? action : a)];
}
