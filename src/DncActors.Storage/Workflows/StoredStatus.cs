using DncActors.Domain.ContactPoints;
using DncActors.Domain.Workflows;
using DncActors.Storage.Json;

namespace DncActors.Storage.Workflows;

internal sealed record StoredStatus(
    string Id,
    string Name,
    byte SystemStatus,
    byte RestrictsContact,
    string[]? AllowedRoles,
    bool Enabled,
    bool Archived,
    int Order,
    StoredAction[]? Actions)
{
    public static StoredStatus Of(Status status) => new(
        status.Id,
        status.Name,
        (byte)status.SystemStatus,
        (byte)status.RestrictsContact,
        StoredText.List(status.AllowedRoles),
        status.Enabled,
        status.Archived,
        status.Order,
        StoredText.List(status.Actions, StoredAction.Of));

    public Status ToStatus() => new(
        Id,
        Name,
        (SystemStatus)SystemStatus,
        (Channels)RestrictsContact,
        StoredText.Items(AllowedRoles),
        Enabled,
        Archived,
        Order,
        StoredText.Items(Actions, a => a.ToAction()));
}
