using System.Collections.Immutable;
using DncActors.Domain.Ledger;

namespace DncActors.Storage.Postgres;

/// <summary>The log, read by sequence.</summary>
internal sealed class PostgresChangeLog(PostgresStorage storage) : IChangeLog
{
    internal const string AllSql = $"select {PostgresChangeRows.Columns} from change where sequence > $1 order by sequence limit $2";

    internal const string OrganizationSql =
        $"select {PostgresChangeRows.Columns} from change where organization = $1 and sequence > $2 order by sequence limit $3";

    internal const string EntriesSql =
        $"""
        select {PostgresChangeRows.Columns} from change
        where organization = $1 and sequence > $2 and touches_entries order by sequence limit $3
        """;

    internal const string GroupSql =
        $"""
        select {PostgresChangeRows.Columns}
        from change_group join change on change.sequence = change_group.sequence
        where change_group.organization = $1 and change_group.user_group_id = $4 and change_group.sequence > $2
        order by change_group.sequence limit $3
        """;

    public Task<long> ReadHeadAsync(CancellationToken cancellation) => storage.Loads.ReadAsync(
        async session => (await session.AllAsync(new PostgresQuery(PostgresChangeRows.HeadSql), row => row.Long(0)).ConfigureAwait(false)).Single(),
        cancellation);

    public Task<ImmutableArray<Change>> ReadAsync(long after, int limit, CancellationToken cancellation)
    {
        CheckLimit(limit);
        return ReadAsync(new PostgresQuery(AllSql).With(after).With((long)limit), cancellation);
    }

    public Task<ImmutableArray<Change>> ReadOrganizationAsync(
        string organization, long after, bool entriesOnly, int limit, CancellationToken cancellation)
    {
        CheckLimit(limit);
        return ReadAsync(new PostgresQuery(entriesOnly ? EntriesSql : OrganizationSql).With(organization).With(after).With((long)limit), cancellation);
    }

    public Task<ImmutableArray<Change>> ReadGroupAsync(string organization, string userGroupId, long after, int limit, CancellationToken cancellation)
    {
        CheckLimit(limit);
        return ReadAsync(new PostgresQuery(GroupSql).With(organization).With(after).With((long)limit).With(userGroupId), cancellation);
    }

    Task<ImmutableArray<Change>> ReadAsync(PostgresQuery query, CancellationToken cancellation) => storage.Loads.ReadAsync(
        async session => (await session.AllAsync(query, PostgresChangeRows.Read).ConfigureAwait(false)).ToImmutableArray(), cancellation);

    static void CheckLimit(int limit)
    {
        if (limit is < 1 or > IChangeLog.MaxLimit)
            throw new ArgumentOutOfRangeException(nameof(limit), limit, $"1 to {IChangeLog.MaxLimit} changes are read at a time.");
    }
}
