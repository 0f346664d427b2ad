using System.Collections.Immutable;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Workflows;

/// <summary>Publishes an old version of a workflow anew, by the rules that its edits one by one would be judged by.</summary>
public static class WorkflowRestoreRules
{
    /// <summary>
    /// The workflow as it was, one version up. A status that came later is archived: the record refers to it. Refused (422): what the version names is not
    /// there or in use any more; an enabled action moves to what would go out of use; and, by the guards, leads stand in a status that would go, or restrict
    /// other channels.
    /// </summary>
    public static Outcome<RestoreEdit> Restore(OrganizationDocuments documents, string workflowId, Workflow version)
    {
        var found = WorkflowRefusals.Editable(documents, workflowId);
        if (!found.Ok) return found.Refusal;
        var current = found.Value;
        var later = current.Statuses.Where(s => version.Find(s.Id) is null).Select(s => s with { Archived = true });
        var next = version with { Version = current.Version + 1, Archived = false, Statuses = [.. version.Statuses, .. later] };
        if (WorkflowDifferenceRules.Compare(current, next, documents).IsEmpty) return new RestoreEdit(current, [], EditGuards.None);

        var after = documents.With(next, documents.Sequence);
        if (RefuseContent(after, current, next) is { } content) return content;
        if (RefuseTargets(after, next) is { } targets) return targets;
        if (WorkflowRefusals.TooLarge(next) is { } tooLarge) return tooLarge;
        var mustBeEmpty = MustBeEmpty(current, next);
        return new RestoreEdit(next, mustBeEmpty, GuardsOf(documents, current, next, mustBeEmpty));
    }

    /// <summary>What is as it is now was right when it was written, and stays.</summary>
    static Refusal? RefuseContent(OrganizationDocuments after, Workflow current, Workflow next)
    {
        var errors = new EditErrors();
        foreach (var (status, place) in next.Statuses.Select((s, i) => (s, i)).Where(s => !s.s.Archived))
        {
            if (RolesChanged(current, status)) WorkflowFieldRules.CheckRoles(after, $"statuses[{place}].allowedRoles", status.AllowedRoles, errors);
            foreach (var (action, number) in status.Actions.Select((a, i) => (a, i)).Where(a => IsChanged(current, status, a.a)))
                ActionRules.Check(after, next.RecordType, $"statuses[{place}].actions[{number}].", action, errors);
        }
        return errors.Refusal is { } refusal
            ? Refusal.Unprocessable(
                "restore.content",
                "What the version refers to is not there or not in use any more; nothing was changed. "
                    + string.Join(" ", refusal.Errors.Take(10).Select(e => $"{e.Field}: {e.Message}")),
                refusal.Errors)
            : null;
    }

    static Refusal? RefuseTargets(OrganizationDocuments after, Workflow next)
    {
        // The actions of a status that goes out of use go with it.
        var movers = Mover.Find(after, m => m.Target.WorkflowId == next.Id && next.Find(m.Target.StatusId) is not { InUse: true }
            && new StatusRef(m.Workflow.Id, m.Status.Id) != m.Target);
        return Mover.Refuse($"What the version of '{next.Name}' has out of use", "statuses", movers) is { } refusal
            ? refusal with { Rule = "restore.is-a-target" }
            : null;
    }

    static ImmutableArray<(Status Status, string Why)> MustBeEmpty(Workflow current, Workflow next) =>
    [
        .. from was in current.Statuses
           where !was.Archived
           let status = next.Find(was.Id)
           let why = status is null or { Archived: true } ? "would go with this version"
               : status.RestrictsContact != was.RestrictsContact ? "would restrict other channels: change that first, by itself"
               : null
           where why is not null
           select (was, why),
    ];

    static EditGuards GuardsOf(
        OrganizationDocuments documents, Workflow current, Workflow next, ImmutableArray<(Status Status, string Why)> mustBeEmpty)
    {
        var guards = EditGuards.NoWorkflowMoved(documents, [.. mustBeEmpty.Select(s => new EmptyGuard(next.Id, s.Status.Id))]);
        foreach (var status in next.Statuses.Where(s => !s.Archived))
        {
            if (RolesChanged(current, status)) guards = guards.And(EditGuards.OfRoles(documents, status.AllowedRoles));
            foreach (var action in status.Actions.Where(a => IsChanged(current, status, a))) guards = guards.And(EditGuards.Of(documents, action, next.Id));
        }
        return guards;
    }

    static bool RolesChanged(Workflow current, Status status) =>
        current.Find(status.Id) is not { Archived: false } was || !was.AllowedRoles.SequenceEqual(status.AllowedRoles);

    static bool IsChanged(Workflow current, Status status, WorkflowAction action) =>
        current.Find(status.Id) is not { Archived: false } was
        || was.Actions.FirstOrDefault(a => a.Id == action.Id) is not { } old
        || !SameActionRules.IsSame(old, action);
}
