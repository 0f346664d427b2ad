using System.Collections.Immutable;
using DncActors.Domain.Paging;
using DncActors.Domain.Reports;
using DncActors.Domain.Workflows;
using DncActors.Storage.Paging;

namespace DncActors.Storage.Sqlite;

/// <summary>Figures and the audit. Reports read an index that holds all they count, never the rows.</summary>
internal sealed class SqliteReportStore(SqliteStorage storage) : IReportStore
{
    internal const string LeadsSql =
        """
        select workflow_id, status_id, count(*), sum(flagged_until > ?2) from lead indexed by lead_standing
        where organization = ?1 group by workflow_id, status_id order by workflow_id, status_id
        """;

    public Task<ImmutableArray<ActionUsageRow>> ReadActionUsageAsync(
        string organization, DateTimeOffset? from, DateTimeOffset? to, ActionUsageGroup groupBy, CancellationToken cancellation) =>
        storage.Searches.ReadAsync(
            session => SqliteSnapshot.Read(session, () => SqliteActionUsage.Read(session, organization, from, to, groupBy)), cancellation);

    public Task<ImmutableArray<LeadCountRow>> CountLeadsAsync(string organization, DateTimeOffset now, CancellationToken cancellation) =>
        storage.Searches.ReadAsync(
            session => session.Prepare(LeadsSql).Bind(organization).Bind(now)
                .All(row => new LeadCountRow(new StatusRef(row.Text(0), row.Text(1)), row.Long(2), row.Long(3)))
                .ToImmutableArray(),
            cancellation);

    public Task<PageOf<AuditRecord>> SearchAuditAsync(string organization, AuditQuery query, PageRequest page, CancellationToken cancellation)
    {
        var limit = page.Limit();
        var before = Cursor.Read("audit", page.Cursor, 2);
        return storage.Searches.ReadAsync(
            session =>
            {
                var found = SqliteSnapshot.Read(session, () => SqliteAuditSearch.Read(session, organization, query, before, limit + 1));
                return Pages.Of(found, limit, record => record, record => Cursor.Write("audit", record.Change.At.UtcTicks, record.Change.Sequence));
            },
            cancellation);
    }
}
