using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Paging;
using DncActors.Domain.Registry;

namespace DncActors.UnitTests.Ledger;

public sealed partial class LedgerModel : IEntryStore
{
    public Task<DncEntry?> ReadAsync(string organization, Guid entryId, CancellationToken cancellation)
    {
        lock (_gate) return Task.FromResult(FindEntry(organization, entryId));
    }

    public Task<ImmutableArray<DncEntry>> ReadByPointsAsync(string organization, ImmutableArray<ContactPoint> points, CancellationToken cancellation) =>
        Task.FromResult(ReadByPoints(organization, points));

    /// <summary>The same as <see cref="ReadByPointsAsync"/>, at once.</summary>
    public ImmutableArray<DncEntry> ReadByPoints(string organization, ImmutableArray<ContactPoint> points)
    {
        lock (_gate) return [.. Unrevoked(organization).Where(e => points.Contains(e.Point))];
    }

    public Task<PageOf<DncEntry>> SearchAsync(string organization, EntryQuery query, PageRequest page, CancellationToken cancellation)
    {
        lock (_gate) return Task.FromResult(Page(All(organization).Where(e => Matches(e, query)).Reverse(), page));
    }

    public Task<EntryImport?> ReadImportAsync(string organization, Guid importId, CancellationToken cancellation)
    {
        lock (_gate) return Task.FromResult(Imports(organization).FirstOrDefault(i => i.Id == importId));
    }

    public Task<PageOf<EntryImport>> SearchImportsAsync(string organization, PageRequest page, CancellationToken cancellation)
    {
        lock (_gate) return Task.FromResult(Page(Imports(organization).Reverse(), page));
    }

    public async IAsyncEnumerable<IReadOnlyList<DncEntry>> ExportAsync(
        string organization, EntryQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        IReadOnlyList<DncEntry> all;
        lock (_gate) all = [.. All(organization).Where(e => Matches(e, query))];
        cancellation.ThrowIfCancellationRequested();
        if (all.Count > 0) yield return all;
    }

    /// <summary>Every entry, revoked ones included, in the order of their making.</summary>
    public ImmutableArray<DncEntry> AllEntries(string organization)
    {
        lock (_gate) return [.. All(organization)];
    }

    /// <summary>What the contact point's entries amount to.</summary>
    public BlockedUntil BlockOf(string organization, ContactPoint point)
    {
        lock (_gate)
        {
            return Unrevoked(organization).Where(e => e.Point == point).Aggregate(BlockedUntil.Nothing, (until, e) => until.With(e.Channels, e.ExpiresAt));
        }
    }

    static bool Matches(DncEntry entry, EntryQuery query) =>
        (query.Point is not { } point || entry.Point == point)
        && (query.Source is not { } source || entry.Source == source)
        && (query.Channels is not { } channels || (entry.Channels & channels) != Channels.None)
        && (query.ActiveOn is not { } at || WasInForce(entry, at))
        && (query.LeadId is null || entry.LeadId == query.LeadId)
        && (query.ImportId is null || entry.ImportId == query.ImportId);

    static bool WasInForce(DncEntry entry, DateTimeOffset at) =>
        entry.AddedAt <= at && (entry.ExpiresAt is null || entry.ExpiresAt > at) && (entry.Revoked is null || entry.Revoked.At > at);

    IEnumerable<EntryImport> Imports(string organization) =>
        from entry in All(organization)
        where entry is { ImportId: not null, LeadId: null }
        group entry by entry.ImportId!.Value into of
        let first = of.First()
        select new EntryImport(
            of.Key, first.AddedBy, first.AddedAt, of.Count(), of.Count(e => e.Source == EntrySource.OptOut), of.Count(e => e.Revoked is not null));

    DncEntry? FindEntry(string organization, Guid id) => All(organization).FirstOrDefault(e => e.Id == id);

    IEnumerable<DncEntry> All(string organization) => _entries.Where(e => e.Organization == organization).Select(e => e.Entry);

    IEnumerable<DncEntry> Unrevoked(string organization) => All(organization).Where(e => e.Revoked is null);
}
