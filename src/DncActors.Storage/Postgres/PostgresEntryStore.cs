using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Paging;
using DncActors.Domain.Registry;
using DncActors.Storage.Paging;
using DncActors.Storage.Reading;

namespace DncActors.Storage.Postgres;

/// <summary>Reads entries.</summary>
internal sealed class PostgresEntryStore(PostgresStorage storage) : IEntryStore
{
    const int MaxGathered = 64;
    const int MaxPoints = 1_000;
    const int ExportRows = 1_000;

    internal const string EntrySql = $"select {PostgresEntryRows.Columns} from entry where organization = $1 and id = $2";

    internal const string PointsSql =
        $"""
        select {PostgresEntryRows.Columns}, a.n
        from unnest($1::text[], $2::smallint[], $3::text[]) with ordinality a(organization, kind, value, n)
        join entry on entry.organization = a.organization and entry.kind = a.kind and entry.value = a.value
        where entry.revoked_at is null order by a.n, entry.ordinal
        """;

    internal const string ImportSql = $"select {PostgresImportRows.Columns} from import where organization = $1 and id = $2";
    internal const string ImportsSql =
        $"select {PostgresImportRows.Columns} from import where organization = $1 and ordinal < $2 order by ordinal desc limit $3";

    readonly GatheredReads<(string Organization, ImmutableArray<ContactPoint> Points), ImmutableArray<DncEntry>> _byPoints = new(
        asks => storage.Loads.ReadAsync(session => ByPointsAsync(session, asks), CancellationToken.None),
        MaxGathered,
        storage.ReadQueueLimit,
        ReadKind.Entries,
        storage.ReadInstruments);

    public Task<DncEntry?> ReadAsync(string organization, Guid entryId, CancellationToken cancellation) => storage.Loads.ReadAsync(
        session => session.FirstAsync(new PostgresQuery(EntrySql).With(organization).With(entryId), row => PostgresEntryRows.Read(row)), cancellation);

    public Task<ImmutableArray<DncEntry>> ReadByPointsAsync(string organization, ImmutableArray<ContactPoint> points, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(points.Length, MaxPoints, nameof(points));
        return _byPoints.AskAsync((organization, points)).WaitAsync(cancellation);
    }

    public async Task<PageOf<DncEntry>> SearchAsync(string organization, EntryQuery query, PageRequest page, CancellationToken cancellation)
    {
        var limit = page.Limit();
        var before = Cursor.Read("entries", page.Cursor, 1) is [var place] ? place : long.MaxValue;
        var found = await storage.Searches.ReadAsync(
            session => PostgresEntrySearch.NewestAsync(session, organization, query, before, limit + 1), cancellation).ConfigureAwait(false);
        return Pages.Of(found, limit, row => row.Entry, row => Cursor.Write("entries", row.Ordinal));
    }

    public Task<EntryImport?> ReadImportAsync(string organization, Guid importId, CancellationToken cancellation) => storage.Loads.ReadAsync(
        session => session.FirstAsync(new PostgresQuery(ImportSql).With(organization).With(importId), PostgresImportRows.Read), cancellation);

    public async Task<PageOf<EntryImport>> SearchImportsAsync(string organization, PageRequest page, CancellationToken cancellation)
    {
        var limit = page.Limit();
        var before = Cursor.Read("imports", page.Cursor, 1) is [var place] ? place : long.MaxValue;
        var query = new PostgresQuery(ImportsSql).With(organization).With(before).With((long)limit + 1);
        var found = await storage.Searches.ReadAsync(
            session => session.AllAsync(query, row => (Import: PostgresImportRows.Read(row), Ordinal: row.Long(PostgresImportRows.Ordinal))),
            cancellation).ConfigureAwait(false);
        return Pages.Of(found, limit, row => row.Import, row => Cursor.Write("imports", row.Ordinal));
    }

    public async IAsyncEnumerable<IReadOnlyList<DncEntry>> ExportAsync(
        string organization, EntryQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var after = 0L;
        while (true)
        {
            var place = after;
            var rows = await storage.Searches.ReadAsync(
                session => PostgresEntrySearch.OldestAsync(session, organization, query, place, ExportRows), cancellation).ConfigureAwait(false);
            if (rows.Count > 0) yield return rows.ConvertAll(row => row.Entry);
            if (rows.Count < ExportRows) yield break;
            after = rows[^1].Ordinal;
        }
    }

    static async Task<IReadOnlyList<ImmutableArray<DncEntry>>> ByPointsAsync(
        PostgresSession session, IReadOnlyList<(string Organization, ImmutableArray<ContactPoint> Points)> asks)
    {
        var points = asks.SelectMany((ask, place) => ask.Points.Distinct().Select(point => (Place: place, ask.Organization, Point: point))).ToArray();
        var query = new PostgresQuery(PointsSql)
            .With([.. points.Select(p => p.Organization)]).With([.. points.Select(p => (short)p.Point.Kind)]).With([.. points.Select(p => p.Point.Value)]);
        var rows = await session
            .AllAsync(query, row => (points[(int)row.Long(PostgresEntryRows.ColumnCount) - 1].Place, Entry: PostgresEntryRows.Read(row)))
            .ConfigureAwait(false);
        var entries = rows.ToLookup(row => row.Place, row => row.Entry);
        return [.. asks.Select((_, place) => entries[place].ToImmutableArray())];
    }
}
