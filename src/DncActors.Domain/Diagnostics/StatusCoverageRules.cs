using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Organizations;
using DncActors.Domain.Workflows;

namespace DncActors.Domain.Diagnostics;

/// <summary>What statuses and workflows lack.</summary>
static class StatusCoverageRules
{
    /// <param name="blocking">The actions in use that put leads on the list.</param>
    public static IEnumerable<CoverageFinding> Check(OrganizationDocuments documents, ImmutableArray<PlacedAction> blocking)
    {
        var covered = blocking.Select(b => b.At).ToHashSet();
        var wanted = WantedAt(blocking);
        foreach (var workflow in PlacedAction.WorkflowsInUse(documents))
        {
            if (RestrictsNothing(workflow, blocking, documents) is { } finding) yield return finding;
            foreach (var status in workflow.Statuses.Where(s => s.InUse))
            {
                var at = new StatusRef(workflow.Id, status.Id);
                if (status.SystemStatus == SystemStatus.Dead)
                {
                    if (WhyDeadIsOpen(workflow, status, wanted.GetValueOrDefault(at)) is { } open) yield return open;
                    continue;
                }
                if (!covered.Contains(at)) yield return WithoutAction(documents, workflow, status, blocking);
                if (WhyCountedAsActive(workflow, status) is { } active) yield return active;
            }
        }
    }

    /// <summary>For each status: the channels that actions block for good on the leads that they move there.</summary>
    static Dictionary<StatusRef, Channels> WantedAt(ImmutableArray<PlacedAction> blocking)
    {
        var wanted = new Dictionary<StatusRef, Channels>();
        foreach (var placed in blocking)
        {
            if (placed.Action.Move is not { } move) continue;
            var at = new StatusRef(move.WorkflowId, move.StatusId);
            var forGood = placed.Action.Operations.OfType<AddToDoNotContact>().Where(o => o.ExpiresAfterDays is null);
            wanted[at] = forGood.Aggregate(wanted.GetValueOrDefault(at), (channels, o) => channels | o.Channels);
        }
        return wanted;
    }

    static CoverageFinding WithoutAction(OrganizationDocuments documents, Workflow workflow, Status status, ImmutableArray<PlacedAction> blocking)
    {
        var disabled = status.Actions.FirstOrDefault(a => a.AddsToDoNotContact);
        var why = disabled is null ? "has no Do Not Contact action" : $"has no Do Not Contact action that is enabled ('{disabled.Name}' is disabled)";
        return new(
            CoverageCodes.StatusWithoutAction,
            CoverageSeverity.Problem,
            workflow.Id,
            status.Id,
            disabled?.Id,
            $"The status {PlacedAction.Name(workflow, status)} {why}: nobody can honour a wish there.",
            disabled is null ? HowToGetOne(documents, workflow, blocking) : $"Enable '{disabled.Name}'.");
    }

    /// <summary>
    /// Nothing that takes leads to another workflow is proposed: whoever follows the advice would scatter them. What moves them is better than what leaves
    /// them.
    /// </summary>
    static string HowToGetOne(OrganizationDocuments documents, Workflow workflow, ImmutableArray<PlacedAction> blocking)
    {
        var template = documents.Templates.Values
            .Where(t => !t.Archived && t.RecordType == workflow.RecordType && t.Action.AddsToDoNotContact && Stays(t.Action.Move, workflow))
            .OrderBy(t => t.Action.Move is null)
            .ThenBy(t => t.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        if (template is not null) return $"Apply the template '{template.Name}'.";
        return blocking.FirstOrDefault(b => b.Workflow.Id == workflow.Id && Stays(b.Action.Move, workflow)) is { } own
            ? $"Copy '{own.Action.Name}' from {own.Place}."
            : "Add an action with the operation addToDoNotContact.";
    }

    static bool Stays(MoveToStatus? move, Workflow workflow) => move is null || move.WorkflowId == workflow.Id;

    static CoverageFinding? WhyDeadIsOpen(Workflow workflow, Status status, Channels wanted)
    {
        var open = wanted & ~status.RestrictsContact;
        if (open != Channels.None)
        {
            return new(
                CoverageCodes.StatusRestrictsLess,
                CoverageSeverity.Warning,
                workflow.Id,
                status.Id,
                null,
                $"Do Not Contact actions move leads to {PlacedAction.Name(workflow, status)}, which does not restrict {ChannelText.List(open)}.",
                $"Let the status restrict {ChannelText.List(wanted | status.RestrictsContact)}.");
        }
        return status.RestrictsContact != Channels.None
            ? null
            : new(
                CoverageCodes.DeadRestrictsNothing,
                CoverageSeverity.Hint,
                workflow.Id,
                status.Id,
                null,
                $"The dead status {PlacedAction.Name(workflow, status)} restricts no contact: its leads may still be called and written to.",
                "If they should not be, let the status restrict contact.");
    }

    static CoverageFinding? WhyCountedAsActive(Workflow workflow, Status status) =>
        status.RestrictsContact != Channels.All || status.SystemStatus == SystemStatus.Nurture
            ? null
            : new(
                CoverageCodes.RestrictsButActive,
                CoverageSeverity.Hint,
                workflow.Id,
                status.Id,
                null,
                $"Nobody may contact the leads in {PlacedAction.Name(workflow, status)}, but reports count it as {Word(status.SystemStatus)}.",
                "Make it a dead status.");

    static CoverageFinding? RestrictsNothing(Workflow workflow, ImmutableArray<PlacedAction> blocking, OrganizationDocuments documents)
    {
        var inUse = workflow.Statuses.Where(s => s.InUse).ToList();
        var restricts = inUse.Any(s => s.RestrictsContact != Channels.None)
            || blocking.Where(b => b.Workflow.Id == workflow.Id).Any(b => b.Action.Move is { } move
                && documents.FindStatus(new(move.WorkflowId, move.StatusId)) is { InUse: true } to && to.RestrictsContact != Channels.None);
        return inUse.Count == 0 || restricts
            ? null
            : new(
                CoverageCodes.WorkflowRestrictsNothing,
                CoverageSeverity.Warning,
                workflow.Id,
                null,
                null,
                $"No status of '{workflow.Name}' restricts contact.",
                "Add a dead status that restricts call, sms and email, and let the Do Not Contact actions move leads there.");
    }

    static string Word(SystemStatus status) => status.ToString().ToLowerInvariant();
}
