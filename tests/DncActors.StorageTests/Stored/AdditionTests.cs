using System.Collections.Immutable;
using System.Reflection;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;
using DncActors.Storage.Registry;

namespace DncActors.StorageTests.Stored;

public sealed class AdditionTests
{
    static readonly DncEntry _entry = new(
        Id(1), new(ContactPointKind.Phone, "+12025550101"), Channels.Call, EntrySource.Import, "asked", null, null, "ann",
        DateTimeOffset.UnixEpoch, null, Id(9), null);

    /// <summary>Every field that neighbours may have in common, with another value.</summary>
    static readonly ImmutableDictionary<string, DncEntry> _others = new Dictionary<string, DncEntry>
    {
        [nameof(DncEntry.Source)] = _entry with { Source = EntrySource.OptOut },
        [nameof(DncEntry.Reason)] = _entry with { Reason = "asked again" },
        [nameof(DncEntry.LeadId)] = _entry with { LeadId = "L-1" },
        [nameof(DncEntry.ExecutionId)] = _entry with { ExecutionId = Id(7) },
        [nameof(DncEntry.AddedBy)] = _entry with { AddedBy = "bob" },
        [nameof(DncEntry.AddedAt)] = _entry with { AddedAt = DateTimeOffset.UnixEpoch.AddDays(1) },
        [nameof(DncEntry.ExpiresAt)] = _entry with { ExpiresAt = DateTimeOffset.UnixEpoch.AddDays(2) },
        [nameof(DncEntry.ImportId)] = _entry with { ImportId = Id(8) },
        [nameof(DncEntry.Revoked)] = _entry with { Revoked = new(DateTimeOffset.UnixEpoch, "ann", "in error", null, null) },
    }.ToImmutableDictionary();

    public static TheoryData<string> Fields => [.. _others.Keys];

    [Fact]
    public void Every_field_but_those_of_each_entry_is_looked_at() => Assert.Equal(
        _others.Keys.Append(nameof(DncEntry.Id)).Append(nameof(DncEntry.Point)).Append(nameof(DncEntry.Channels)).Order(StringComparer.Ordinal),
        typeof(DncEntry).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => p.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Fields))]
    public void Neighbours_that_differ_in_it_are_told_apart(string field)
    {
        ImmutableArray<DncEntry> entries = [_entry, _others[field] with { Id = Id(2) }, _entry with { Id = Id(3) }];
        var stored = StoredAddition.Of(entries)!;
        Assert.Equal(3, stored.Length);
        Assert.Equal(entries, StoredAddition.ToEntries(stored));
    }

    [Fact]
    public void What_neighbours_have_in_common_is_written_once()
    {
        ImmutableArray<DncEntry> entries = [_entry, _entry with { Id = Id(2), Point = new(ContactPointKind.Email, "a@b.example"), Channels = Channels.Email }];
        var stored = StoredAddition.Of(entries)!;
        Assert.Single(stored);
        Assert.Equal(entries, StoredAddition.ToEntries(stored));
    }

    static Guid Id(byte last) => new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, last);
}
