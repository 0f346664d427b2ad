using DncActors.Domain.Audit;
using DncActors.Storage.Audit;

namespace DncActors.Storage.Sqlite;

/// <summary>Records of access as the writer sees them, and how any row of them is read.</summary>
internal sealed class SqliteAccessRows(SqliteSession session)
{
    /// <summary>The columns that <see cref="Read"/> reads, in its order.</summary>
    public const string Columns = "id, organization, kind, actor, key_id, reason, filters, at, last, requests, items, ordinal";

    internal const string DeleteSql =
        """
        delete from access_record where ordinal in
            (select ordinal from access_record indexed by access_age where at < ?1 order by at limit ?2)
        """;

    readonly SqliteStatement _insert = session.Prepare(
        """
        insert into access_record (id, organization, kind, actor, key_id, reason, filters, at, last, requests, items)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) on conflict (organization, id) do nothing
        """);
    readonly SqliteStatement _delete = session.Prepare(DeleteSql);

    public void Insert(PendingAccess pending)
    {
        foreach (var record in pending.Records)
        {
            _insert.Reset()
                .Bind(record.Id).Bind(record.Organization).Bind((long)record.Kind).Bind(record.Actor).Bind(record.KeyId)
                .Bind(record.Reason).Bind(record.Filters).Bind(record.At).Bind(record.Last).Bind(record.Requests).Bind(record.Items)
                .Run();
        }
    }

    public void Delete(PendingAccessDeletion pending)
    {
        _delete.Reset().Bind(pending.Before).Bind(pending.Limit).Run();
        pending.Count = session.Changes;
    }

    public static AccessRecord Read(SqliteStatement row) => new(
        row.Id(0),
        row.Text(1),
        (AccessKind)row.Long(2),
        row.Text(3),
        row.TextOrNull(4),
        row.Text(5),
        row.Text(6),
        row.Time(7),
        row.Time(8),
        row.Long(9),
        row.Long(10));
}
