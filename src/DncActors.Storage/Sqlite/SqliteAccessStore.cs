using System.Collections.Immutable;
using DncActors.Domain.Audit;
using DncActors.Domain.Paging;
using DncActors.Storage.Audit;
using DncActors.Storage.Paging;

namespace DncActors.Storage.Sqlite;

/// <summary>Records of access. They go through the writer like everything else, in whatever group is next.</summary>
internal sealed class SqliteAccessStore(SqliteStorage storage) : IAccessStore
{
    public Task AppendAsync(ImmutableArray<AccessRecord> records, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(records.Length, IAccessStore.MaxRecords, nameof(records));
        var pending = new PendingAccess(records);
        storage.Writes.Add(pending);
        return pending.Saved.WaitAsync(cancellation);
    }

    public Task<int> DeleteBeforeAsync(DateTimeOffset time, int limit, CancellationToken cancellation)
    {
        var pending = new PendingAccessDeletion(time, limit);
        storage.Writes.Add(pending);
        return pending.Deleted.WaitAsync(cancellation);
    }

    public Task<PageOf<AccessRecord>> SearchAsync(string organization, AccessQuery query, PageRequest page, CancellationToken cancellation)
    {
        var limit = page.Limit();
        var before = Cursor.Read("access", page.Cursor, 2);
        return storage.Searches.ReadAsync(
            session =>
            {
                var found = Query(organization, query, before, limit + 1).Prepare(session)
                    .All(row => (Record: SqliteAccessRows.Read(row), Ordinal: row.Long(11)));
                return Pages.Of(found, limit, row => row.Record, row => Cursor.Write("access", row.Record.At.UtcTicks, row.Ordinal));
            },
            cancellation);
    }

    internal static SqliteQuery Query(string organization, AccessQuery query, long[]? before, int limit)
    {
        var index = query switch
        {
            { Actor: not null } => "access_actor",
            { Kind: not null } => "access_kind",
            _ => "access_at",
        };
        var sql = new SqliteQuery($"select {SqliteAccessRows.Columns} from access_record indexed by {index} where");
        sql.Add($"organization = {sql.Value(organization)}");
        if (query.Actor is { } actor) sql.Add($"and actor = {sql.Value(actor)}");
        if (query.Kind is { } kind) sql.Add($"and kind = {sql.Value((long)kind)}");
        if (query.From is { } from) sql.Add($"and at >= {sql.Value(from.UtcTicks)}");
        if (query.To is { } to) sql.Add($"and at < {sql.Value(to.UtcTicks)}");
        if (before is [var at, var ordinal]) sql.Add($"and (at, ordinal) < ({sql.Value(at)}, {sql.Value(ordinal)})");
        return sql.Add($"order by at desc, ordinal desc limit {sql.Value(limit)}");
    }
}
