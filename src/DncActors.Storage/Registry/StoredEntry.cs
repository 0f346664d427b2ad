using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;
using DncActors.Storage.Json;

namespace DncActors.Storage.Registry;

/// <summary>An entry as the log tells of its adding; the entry itself has a row of its own.</summary>
internal sealed record StoredEntry(
    Guid Id,
    byte Kind,
    string Value,
    byte Channels,
    byte Source,
    string Reason,
    string? Lead,
    Guid? Execution,
    string AddedBy,
    long AddedAt,
    long? ExpiresAt,
    Guid? Import,
    StoredRevocation? Revoked)
{
    public static StoredEntry Of(DncEntry entry) => new(
        entry.Id,
        (byte)entry.Point.Kind,
        entry.Point.Value,
        (byte)entry.Channels,
        (byte)entry.Source,
        entry.Reason,
        entry.LeadId,
        entry.ExecutionId,
        entry.AddedBy,
        entry.AddedAt.UtcTicks,
        entry.ExpiresAt?.UtcTicks,
        entry.ImportId,
        entry.Revoked is null ? null : StoredRevocation.Of(entry.Revoked));

    public DncEntry ToEntry() => new(
        Id,
        new ContactPoint((ContactPointKind)Kind, Value),
        (Channels)Channels,
        (EntrySource)Source,
        Reason,
        Lead,
        Execution,
        AddedBy,
        StoredText.Time(AddedAt),
        StoredText.Time(ExpiresAt),
        Import,
        Revoked?.ToRevocation());
}
