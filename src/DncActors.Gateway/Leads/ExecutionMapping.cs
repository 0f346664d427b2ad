using System.Collections.Immutable;
using DncActors.Client.Leads;
using DncActors.Domain.Leads;
using DncActors.Domain.Registry;
using DncActors.Gateway.ContactChecks;
using DncActors.Gateway.Registry;
using DncActors.Gateway.Workflows;

namespace DncActors.Gateway.Leads;

/// <summary>Executions, as they are told.</summary>
static class ExecutionMapping
{
    /// <param name="blocking">The entries in force of the contact points that are still blocked; default where they were not looked up.</param>
    internal static ExecutionModel ToModel(Execution execution, ImmutableArray<DncEntry> blocking = default) => new()
    {
        Id = execution.Id.ToString(),
        LeadId = execution.LeadId,
        ActionId = execution.ActionId,
        ActionName = execution.ActionName,
        Category = execution.Category,
        WorkflowId = execution.From.WorkflowId,
        WorkflowVersion = execution.WorkflowVersion,
        Actor = execution.Actor,
        At = execution.At,
        OccurredAt = execution.OccurredAt,
        From = StatusMapping.ToModel(execution.From),
        To = StatusMapping.ToModel(execution.To),
        DncEntries = [.. execution.DncEntries.Select(e => e.ToString())],
        RevokedEntries = [.. execution.RevokedEntries.Select(e => e.ToString())],
        StillBlocked = [.. execution.StillBlocked.Select(point => new StillBlockedModel { ContactPoint = point.Value, Entries = EntriesOf(point, blocking) })],
        UserGroups = execution.UserGroups,
        Note = execution.Note,
        Evidence = execution.Evidence,
    };

    static IReadOnlyList<StillBlockingModel>? EntriesOf(Domain.ContactPoints.ContactPoint point, ImmutableArray<DncEntry> blocking) => blocking.IsDefault
        ? null
        :
        [
            .. blocking.Where(e => e.Point == point).Select(e => new StillBlockingModel
            {
                EntryId = e.Id.ToString(),
                Channels = ChannelWords.NamesOf(e.Channels),
                Source = EntryWords.Sources.Of(e.Source),
                Until = e.ExpiresAt,
            }),
        ];
}
