using System.Text.Json;
using DncActors.Client.Events;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Ledger;
using DncActors.Domain.Workflows;
using DncActors.Gateway.ContactChecks;
using DncActors.Gateway.Registry;
using DncActors.Gateway.Requests;
using DncActors.Gateway.Workflows;

namespace DncActors.Gateway.Events;

/// <summary>Changes of the log, as they are told.</summary>
static class EventMapping
{
    /// <summary>What a user group is told of a change; null where the change is none of its event types.</summary>
    internal static StreamEvent? ToGroupEvent(Change change) => change.What.Type switch
    {
        ChangeTypes.LeadDoNotContact => Event(change, EventTypeNames.LeadDoNotContact, DoNotContact(change)),
        ChangeTypes.LeadMoved => Event(change, EventTypeNames.LeadMoved, Moved(change)),
        ChangeTypes.WorkflowChanged when change.What.Document is Workflow workflow => Event(change, EventTypeNames.WorkflowChanged, Changed(change, workflow)),
        _ => null,
    };

    /// <summary>What a dialer is told of a change.</summary>
    internal static StreamEvent? ToEntriesEvent(Change change) => Event(change, EventTypeNames.DncEntries, ToModel(change));

    /// <summary>Where a stream begins that was asked for without a place to begin.</summary>
    internal static StreamEvent Opened(long sequence) =>
        new(sequence, EventTypeNames.StreamOpened, JsonSerializer.SerializeToUtf8Bytes(
            new StreamOpenedEventModel { Sequence = sequence }, JsonBody.TypeOf<StreamOpenedEventModel>()));

    internal static DncEntriesEventModel ToModel(Change change) => new()
    {
        Sequence = change.Sequence,
        At = change.At,
        Added = [.. change.What.Added.Select(e => ToModel(e.Id, e.Point, e.Channels, e.ExpiresAt))],
        Revoked = [.. change.What.Revoked.Select(r => ToModel(r.EntryId, r.Point, r.Channels, null))],
    };

    static LeadDoNotContactEventModel DoNotContact(Change change)
    {
        var at = change.What.To ?? change.What.From ?? default;
        return new LeadDoNotContactEventModel
        {
            Sequence = change.Sequence,
            At = change.At,
            Actor = change.Actor,
            LeadId = change.What.LeadId ?? "",
            ExecutionId = change.What.ExecutionId?.ToString(),
            ActionName = change.What.ActionName,
            Channels = ChannelWords.NamesOf(change.What.Added.Aggregate(Channels.None, (all, e) => all | e.Channels)),
            WorkflowId = at.WorkflowId ?? "",
            StatusId = at.StatusId ?? "",
        };
    }

    static LeadMovedEventModel Moved(Change change) => new()
    {
        Sequence = change.Sequence,
        At = change.At,
        Actor = change.Actor,
        LeadId = change.What.LeadId ?? "",
        ExecutionId = change.What.ExecutionId?.ToString(),
        ActionName = change.What.ActionName,
        From = StatusMapping.ToModel(change.What.From ?? new StatusRef("", "")),
        To = StatusMapping.ToModel(change.What.To ?? new StatusRef("", "")),
    };

    static WorkflowChangedEventModel Changed(Change change, Workflow workflow) => new()
    {
        Sequence = change.Sequence,
        At = change.At,
        Actor = change.Actor,
        WorkflowId = workflow.Id,
        RecordType = workflow.RecordType,
        Version = workflow.Version,
    };

    static DncEntryChangeModel ToModel(Guid entryId, in ContactPoint point, Channels channels, DateTimeOffset? expiresAt) => new()
    {
        EntryId = entryId.ToString(),
        ContactPoint = point.Value,
        Kind = EntryWords.Kinds.Of(point.Kind),
        Channels = ChannelWords.NamesOf(channels),
        ExpiresAt = expiresAt,
    };

    static StreamEvent Event<T>(Change change, string type, T model) =>
        new(change.Sequence, type, JsonSerializer.SerializeToUtf8Bytes(model, JsonBody.TypeOf<T>()));
}
