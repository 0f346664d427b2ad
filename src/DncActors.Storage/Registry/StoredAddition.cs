using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;
using DncActors.Storage.Json;

namespace DncActors.Storage.Registry;

/// <summary>
/// Entries as the log tells of their adding; each has a row of its own beside it. What neighbours have in common is written once: an import's hundreds
/// differ in nothing but their contact points, and the log is the largest table.
/// </summary>
internal sealed record StoredAddition(
    byte Source,
    string Reason,
    string? Lead,
    Guid? Execution,
    string AddedBy,
    long AddedAt,
    long? ExpiresAt,
    Guid? Import,
    StoredRevocation? Revoked,
    StoredAddition.Entry[]? Entries)
{
    internal readonly record struct Entry(Guid Id, byte Kind, string Value, byte Channels);

    public static StoredAddition[]? Of(ImmutableArray<DncEntry> entries)
    {
        if (entries.IsDefaultOrEmpty) return null;
        var additions = new List<StoredAddition>();
        for (var first = 0; first < entries.Length;)
        {
            var next = first + 1;
            while (next < entries.Length && Alike(entries[first], entries[next])) next++;
            additions.Add(Of(entries[first], entries.AsSpan(first, next - first)));
            first = next;
        }
        return [.. additions];
    }

    public static ImmutableArray<DncEntry> ToEntries(StoredAddition[]? additions)
    {
        if (additions is null) return [];
        var entries = ImmutableArray.CreateBuilder<DncEntry>();
        foreach (var addition in additions)
        {
            foreach (var entry in addition.Entries ?? []) entries.Add(addition.ToEntry(entry));
        }
        return entries.DrainToImmutable();
    }

    static StoredAddition Of(DncEntry common, ReadOnlySpan<DncEntry> entries)
    {
        var own = new Entry[entries.Length];
        for (var i = 0; i < own.Length; i++)
            own[i] = new Entry(entries[i].Id, (byte)entries[i].Point.Kind, entries[i].Point.Value, (byte)entries[i].Channels);
        return new StoredAddition(
            (byte)common.Source,
            common.Reason,
            common.LeadId,
            common.ExecutionId,
            common.AddedBy,
            common.AddedAt.UtcTicks,
            common.ExpiresAt?.UtcTicks,
            common.ImportId,
            common.Revoked is null ? null : StoredRevocation.Of(common.Revoked),
            own);
    }

    /// <summary>Whether they differ in nothing but what <see cref="Entry"/> has: field by field, for an import would make a copy of every line.</summary>
    static bool Alike(DncEntry one, DncEntry other) =>
        one.Source == other.Source && one.Reason == other.Reason && one.LeadId == other.LeadId && one.ExecutionId == other.ExecutionId
        && one.AddedBy == other.AddedBy && one.AddedAt == other.AddedAt && one.ExpiresAt == other.ExpiresAt && one.ImportId == other.ImportId
        && one.Revoked == other.Revoked;

    DncEntry ToEntry(Entry entry) => new(
        entry.Id,
        new ContactPoint((ContactPointKind)entry.Kind, entry.Value),
        (Channels)entry.Channels,
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
