using System.Collections.Immutable;
using DncActors.Domain.Organizations;
using DncActors.Domain.Reports;

namespace DncActors.Domain.Diagnostics;

/// <summary>
/// Reads all workflows of an organization for what lets wishes for no contact get lost. What is archived, or disabled on purpose, is not judged;
/// but leads that stand in a disabled status are told.
/// </summary>
public static class CoverageRules
{
    /// <summary>Everything that was found, by workflow, status and action; the same documents give the same list.</summary>
    /// <param name="standing">How many leads stand where.</param>
    public static ImmutableArray<CoverageFinding> Check(OrganizationDocuments documents, ImmutableArray<LeadCountRow> standing)
    {
        ImmutableArray<PlacedAction> actions = [.. PlacedAction.InUse(documents)];
        ImmutableArray<PlacedAction> blocking = [.. actions.Where(a => a.Action.AddsToDoNotContact)];
        var found = StatusCoverageRules.Check(documents, blocking)
            .Concat(ActionCoverageRules.Check(documents, actions))
            .Concat(NameCoverageRules.Check(blocking))
            .Concat(StrandedLeadRules.Check(documents, standing));
        var places = PlacesOf(documents);
        return
        [
            .. found.OrderBy(f => places[(f.WorkflowId, f.StatusId)])
                .ThenBy(f => f.ActionId, StringComparer.Ordinal)
                .ThenBy(f => f.Code, StringComparer.Ordinal),
        ];
    }

    /// <summary>Where a workflow, and each of its statuses, comes in the list.</summary>
    static Dictionary<(string WorkflowId, string? StatusId), int> PlacesOf(OrganizationDocuments documents)
    {
        var places = new Dictionary<(string WorkflowId, string? StatusId), int>();
        foreach (var workflow in PlacedAction.WorkflowsInUse(documents))
        {
            places.Add((workflow.Id, null), places.Count);
            foreach (var status in workflow.Statuses.OrderBy(s => s.Order)) places.Add((workflow.Id, status.Id), places.Count);
        }
        return places;
    }
}
