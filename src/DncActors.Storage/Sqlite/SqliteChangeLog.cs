using System.Collections.Immutable;
using DncActors.Domain.Ledger;

namespace DncActors.Storage.Sqlite;

/// <summary>The log, read by sequence.</summary>
internal sealed class SqliteChangeLog(SqliteStorage storage) : IChangeLog
{
    internal const string AllSql = $"select {SqliteChangeRows.Columns} from change where sequence > ?1 order by sequence limit ?2";

    internal const string OrganizationSql =
        $"""
        select {SqliteChangeRows.Columns} from change indexed by change_organization
        where organization = ?1 and sequence > ?2 order by sequence limit ?3
        """;

    internal const string EntriesSql =
        $"""
        select {SqliteChangeRows.Columns} from change indexed by change_organization
        where organization = ?1 and sequence > ?2 and touches_entries = 1 order by sequence limit ?3
        """;

    internal const string GroupSql =
        $"""
        select {SqliteChangeRows.Columns}
        from change_group cross join change on change.sequence = change_group.sequence
        where change_group.organization = ?1 and change_group.user_group_id = ?4 and change_group.sequence > ?2
        order by change_group.sequence limit ?3
        """;

    public Task<long> ReadHeadAsync(CancellationToken cancellation) => storage.Loads.ReadAsync(SqliteChangeRows.ReadHead, cancellation);

    public Task<ImmutableArray<Change>> ReadAsync(long after, int limit, CancellationToken cancellation)
    {
        CheckLimit(limit);
        return storage.Loads.ReadAsync(session => Read(session.Prepare(AllSql).Bind(after).Bind(limit)), cancellation);
    }

    public Task<ImmutableArray<Change>> ReadOrganizationAsync(
        string organization, long after, bool entriesOnly, int limit, CancellationToken cancellation)
    {
        CheckLimit(limit);
        return storage.Searches.ReadAsync(
            session => Read(session.Prepare(entriesOnly ? EntriesSql : OrganizationSql).Bind(organization).Bind(after).Bind(limit)), cancellation);
    }

    public Task<ImmutableArray<Change>> ReadGroupAsync(string organization, string userGroupId, long after, int limit, CancellationToken cancellation)
    {
        CheckLimit(limit);
        return storage.Searches.ReadAsync(
            session => Read(session.Prepare(GroupSql).Bind(organization).Bind(after).Bind(limit).Bind(userGroupId)), cancellation);
    }

    static ImmutableArray<Change> Read(SqliteStatement rows) => [.. rows.All(SqliteChangeRows.Read)];

    static void CheckLimit(int limit)
    {
        if (limit is < 1 or > IChangeLog.MaxLimit)
            throw new ArgumentOutOfRangeException(nameof(limit), limit, $"1 to {IChangeLog.MaxLimit} changes are read at a time.");
    }
}
