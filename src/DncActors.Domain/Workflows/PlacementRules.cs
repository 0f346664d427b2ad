using System.Collections.Immutable;
using DncActors.Domain.Identity;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Workflows;

/// <summary>Puts one action into many statuses: all or none.</summary>
static class PlacementRules
{
    /// <param name="rule">What begins the rules of refusals: <c>copy</c>, <c>template</c>.</param>
    /// <param name="source">What the action is taken from, in a sentence.</param>
    public static Outcome<PlacementEdit> Place(
        OrganizationDocuments documents,
        string rule,
        string source,
        string recordType,
        WorkflowAction action,
        ImmutableArray<StatusRef> targets,
        DateTimeOffset now,
        IdSource ids)
    {
        if (RefuseCount(targets) is { } count) return count;
        if (TargetRules.Refuse(documents, rule, recordType, action, targets) is { } refusal) return refusal;
        if (RefuseStale(documents, rule, source, recordType, action) is { } stale) return stale;

        var changed = new Dictionary<string, Workflow>(StringComparer.Ordinal);
        var placed = new List<(StatusRef At, string ActionId, bool Replaced)>(targets.Length);
        foreach (var byWorkflow in targets.GroupBy(t => t.WorkflowId))
        {
            var workflow = documents.Workflows[byWorkflow.Key];
            var statuses = workflow.Statuses.ToList();
            foreach (var target in byWorkflow)
            {
                var at = statuses.FindIndex(s => s.Id == target.StatusId);
                var (status, actionId, replaced) = Put(statuses[at], action, now, ids);
                if (!ReferenceEquals(status, statuses[at])) changed[workflow.Id] = workflow;
                statuses[at] = status;
                placed.Add((target, actionId, replaced));
            }
            if (changed.ContainsKey(workflow.Id)) changed[workflow.Id] = workflow with { Version = workflow.Version + 1, Statuses = [.. statuses] };
        }
        return Decide(documents, action, targets, [.. changed.Values.OrderBy(w => w.Id, StringComparer.Ordinal)], placed);
    }

    static Outcome<PlacementEdit> Decide(
        OrganizationDocuments documents,
        WorkflowAction action,
        ImmutableArray<StatusRef> targets,
        ImmutableArray<Workflow> changed,
        List<(StatusRef At, string ActionId, bool Replaced)> placed)
    {
        if (changed.Select(WorkflowRefusals.TooLarge).FirstOrDefault(r => r is not null) is { } tooLarge) return tooLarge;
        if (changed.Sum(WorkflowSizeRules.Bytes) > WorkflowLimits.MaxPlacementBytes)
        {
            return TooLarge(targets.Length);
        }
        var versions = changed.ToDictionary(w => w.Id, w => w.Version);
        var byTarget = placed.ToDictionary(p => p.At);
        return new PlacementEdit(
            changed,
            [
                .. targets.Select(t => byTarget[t]).Select(p => new ActionPlacement(
                    p.At, p.ActionId, p.Replaced, versions.GetValueOrDefault(p.At.WorkflowId, documents.Workflows[p.At.WorkflowId].Version))),
            ],
            EditGuards.Of(documents, action, [.. versions.Keys]));
    }

    /// <summary>The very same status where it has the action already, as it is.</summary>
    static (Status Status, string ActionId, bool Replaced) Put(Status status, WorkflowAction action, DateTimeOffset now, IdSource ids)
    {
        if (status.Actions.FirstOrDefault(a => WorkflowFieldRules.SameName(a.Name, action.Name)) is { } was)
        {
            var replaced = action with { Id = was.Id, Order = was.Order };
            return SameActionRules.IsSame(was, replaced)
                ? (status, was.Id, true)
                : (status with { Actions = [.. status.Actions.Select(a => ReferenceEquals(a, was) ? replaced : a)] }, was.Id, true);
        }
        var added = action with { Id = ids.Next(now).ToString("N"), Order = WorkflowFieldRules.Behind(status.Actions.Select(a => a.Order)) };
        return (status with { Actions = status.Actions.Add(added) }, added.Id, false);
    }

    internal static Refusal TooLarge(int targets) => new(
        RefusalCode.TooLarge,
        "targets.too-large",
        $"The workflows of {targets} targets are more than {WorkflowLimits.MaxPlacementBytes:N0} bytes together; name fewer workflows at once.",
        []);

    internal static Refusal? RefuseCount(ImmutableArray<StatusRef> targets) => targets.Length switch
    {
        0 => Refusal.Validation(new FieldError("targets", "'targets' is empty; write at least one, as {\"workflowId\":…,\"statusId\":…}.")),
        > WorkflowLimits.MaxTargets => Refusal.Validation(
            new FieldError("targets", $"'targets' names {targets.Length:N0}; at most {WorkflowLimits.MaxTargets:N0} are taken at once.")),
        _ => null,
    };

    /// <summary>What the action names may have gone since it was written.</summary>
    internal static Refusal? RefuseStale(OrganizationDocuments documents, string rule, string source, string recordType, WorkflowAction action)
    {
        var errors = new EditErrors();
        ActionRules.Check(documents, recordType, "action.", action, errors);
        return errors.Refusal is { } stale
            ? Refusal.Unprocessable(
                $"{rule}.action",
                $"{source} is itself not right any more; mend it first. {string.Join(" ", stale.Errors.Select(e => $"{e.Field}: {e.Message}"))}",
                stale.Errors)
            : null;
    }
}
