using System.Collections.Immutable;
using DncActors.Domain.Audit;
using DncActors.Domain.Paging;
using DncActors.Storage.Paging;

namespace DncActors.Storage.Postgres;

/// <summary>Records of access, each call one statement that commits itself, on the connections of searches: no check or change waits for those.</summary>
internal sealed class PostgresAccessStore(PostgresStorage storage) : IAccessStore
{
    public Task AppendAsync(ImmutableArray<AccessRecord> records, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(records.Length, IAccessStore.MaxRecords, nameof(records));
        return storage.Searches.ReadAsync(session => session.RunAsync(PostgresAccessRows.Insert(records)), cancellation);
    }

    public Task<int> DeleteBeforeAsync(DateTimeOffset time, int limit, CancellationToken cancellation) => storage.Searches.ReadAsync(
        session => session.RunAsync(new PostgresQuery(PostgresAccessRows.DeleteSql).With(time).With((long)limit)), cancellation);

    public async Task<PageOf<AccessRecord>> SearchAsync(string organization, AccessQuery query, PageRequest page, CancellationToken cancellation)
    {
        var limit = page.Limit();
        var before = Cursor.Read("access", page.Cursor, 2);
        var found = await storage.Searches.ReadAsync(
            session => session.AllAsync(
                Query(organization, query, before, limit + 1), row => (Record: PostgresAccessRows.Read(row), Ordinal: row.Long(11))),
            cancellation).ConfigureAwait(false);
        return Pages.Of(found, limit, row => row.Record, row => Cursor.Write("access", row.Record.At.UtcTicks, row.Ordinal));
    }

    internal static PostgresQuery Query(string organization, AccessQuery query, long[]? before, int limit)
    {
        var sql = new PostgresQuery($"select {PostgresAccessRows.Columns} from access_record where");
        sql.Add($"organization = {sql.Value(organization)}");
        if (query.Actor is { } actor) sql.Add($"and actor = {sql.Value(actor)}");
        if (query.Kind is { } kind) sql.Add($"and kind = {sql.Value((short)kind)}");
        if (query.From is { } from) sql.Add($"and at >= {sql.Value(from.UtcTicks)}");
        if (query.To is { } to) sql.Add($"and at < {sql.Value(to.UtcTicks)}");
        if (before is [var at, var ordinal]) sql.Add($"and (at, ordinal) < ({sql.Value(at)}, {sql.Value(ordinal)})");
        return sql.Add($"order by at desc, ordinal desc limit {sql.Value((long)limit)}");
    }
}
