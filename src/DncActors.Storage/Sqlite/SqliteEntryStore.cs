using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Paging;
using DncActors.Domain.Registry;
using DncActors.Storage.Paging;
using DncActors.Storage.Reading;

namespace DncActors.Storage.Sqlite;

/// <summary>Reads entries.</summary>
internal sealed class SqliteEntryStore(SqliteStorage storage) : IEntryStore
{
    const int MaxGathered = 64;
    const int MaxPoints = 1_000;
    const int ExportRows = 1_000;

    internal const string EntrySql = $"select {SqliteEntryRows.Columns} from entry where organization = ?1 and id = ?2";

    internal const string PointSql =
        $"select {SqliteEntryRows.Columns} from entry where organization = ?1 and kind = ?2 and value = ?3 and revoked_at is null order by ordinal";

    internal const string ImportSql = $"select {SqliteImportRows.Columns} from import where organization = ?1 and id = ?2";
    internal const string ImportsSql =
        $"select {SqliteImportRows.Columns} from import where organization = ?1 and ordinal < ?2 order by ordinal desc limit ?3";

    readonly GatheredReads<(string Organization, ImmutableArray<ContactPoint> Points), ImmutableArray<DncEntry>> _byPoints = new(
        asks => storage.Loads.ReadAsync<IReadOnlyList<ImmutableArray<DncEntry>>>(
            session => SqliteSnapshot.Read(session, () => asks.Select(a => ByPoints(session, a.Organization, a.Points)).ToArray()),
            CancellationToken.None),
        MaxGathered,
        storage.ReadQueueLimit,
        ReadKind.Entries,
        storage.ReadInstruments);

    public Task<DncEntry?> ReadAsync(string organization, Guid entryId, CancellationToken cancellation) => storage.Loads.ReadAsync(
        session => session.Prepare(EntrySql).Bind(organization).Bind(entryId).First(row => SqliteEntryRows.Read(row)), cancellation);

    public Task<ImmutableArray<DncEntry>> ReadByPointsAsync(string organization, ImmutableArray<ContactPoint> points, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(points.Length, MaxPoints, nameof(points));
        return _byPoints.AskAsync((organization, points)).WaitAsync(cancellation);
    }

    public Task<PageOf<DncEntry>> SearchAsync(string organization, EntryQuery query, PageRequest page, CancellationToken cancellation)
    {
        var limit = page.Limit();
        var before = Cursor.Read("entries", page.Cursor, 1) is [var place] ? place : long.MaxValue;
        return storage.Searches.ReadAsync(
            session =>
            {
                var found = SqliteSnapshot.Read(session, () => SqliteEntrySearch.Newest(session, organization, query, before, limit + 1));
                return Pages.Of(found, limit, row => row.Entry, row => Cursor.Write("entries", row.Ordinal));
            },
            cancellation);
    }

    public Task<EntryImport?> ReadImportAsync(string organization, Guid importId, CancellationToken cancellation) => storage.Loads.ReadAsync(
        session => session.Prepare(ImportSql).Bind(organization).Bind(importId).First(SqliteImportRows.Read), cancellation);

    public Task<PageOf<EntryImport>> SearchImportsAsync(string organization, PageRequest page, CancellationToken cancellation)
    {
        var limit = page.Limit();
        var before = Cursor.Read("imports", page.Cursor, 1) is [var place] ? place : long.MaxValue;
        return storage.Searches.ReadAsync(
            session =>
            {
                var found = session.Prepare(ImportsSql).Bind(organization).Bind(before).Bind(limit + 1)
                    .All(row => (Import: SqliteImportRows.Read(row), Ordinal: row.Long(SqliteImportRows.Ordinal)));
                return Pages.Of(found, limit, row => row.Import, row => Cursor.Write("imports", row.Ordinal));
            },
            cancellation);
    }

    public async IAsyncEnumerable<IReadOnlyList<DncEntry>> ExportAsync(
        string organization, EntryQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var after = 0L;
        while (true)
        {
            var place = after;
            var rows = await storage.Searches.ReadAsync(
                session => SqliteSnapshot.Read(session, () => SqliteEntrySearch.Oldest(session, organization, query, place, ExportRows)),
                cancellation).ConfigureAwait(false);
            if (rows.Count > 0) yield return rows.ConvertAll(row => row.Entry);
            if (rows.Count < ExportRows) yield break;
            after = rows[^1].Ordinal;
        }
    }

    static ImmutableArray<DncEntry> ByPoints(SqliteSession session, string organization, ImmutableArray<ContactPoint> points)
    {
        var entries = ImmutableArray.CreateBuilder<DncEntry>();
        foreach (var point in points.Distinct())
            entries.AddRange(session.Prepare(PointSql).Bind(organization).Bind((long)point.Kind).Bind(point.Value).All(row => SqliteEntryRows.Read(row)));
        return entries.DrainToImmutable();
    }
}
