using System.Collections.Immutable;
using DncActors.Domain.Paging;
using DncActors.Domain.Reports;
using DncActors.Domain.Workflows;
using DncActors.Storage.Paging;

namespace DncActors.Storage.Postgres;

/// <summary>Figures and the audit. Reports read an index that holds all they count, not the rows.</summary>
internal sealed class PostgresReportStore(PostgresStorage storage) : IReportStore
{
    internal const string LeadsSql =
        """
        select workflow_id, status_id, count(*), count(*) filter (where flagged_until > $2) from lead
        where organization = $1 group by workflow_id, status_id order by workflow_id, status_id
        """;

    public Task<ImmutableArray<ActionUsageRow>> ReadActionUsageAsync(
        string organization, DateTimeOffset? from, DateTimeOffset? to, ActionUsageGroup groupBy, CancellationToken cancellation) =>
        storage.Searches.ReadAsync(
            session => session.SnapshotAsync(() => PostgresActionUsage.ReadAsync(session, organization, from, to, groupBy)), cancellation);

    public Task<ImmutableArray<LeadCountRow>> CountLeadsAsync(string organization, DateTimeOffset now, CancellationToken cancellation) =>
        storage.Searches.ReadAsync(
            async session => (await session.AllAsync(
                    new PostgresQuery(LeadsSql).With(organization).With(now),
                    row => new LeadCountRow(new StatusRef(row.Text(0), row.Text(1)), row.Long(2), row.Long(3)))
                .ConfigureAwait(false)).ToImmutableArray(),
            cancellation);

    public async Task<PageOf<AuditRecord>> SearchAuditAsync(string organization, AuditQuery query, PageRequest page, CancellationToken cancellation)
    {
        var limit = page.Limit();
        var before = Cursor.Read("audit", page.Cursor, 2);
        var found = await storage.Searches.ReadAsync(
            session => session.SnapshotAsync(() => PostgresAuditSearch.ReadAsync(session, organization, query, before, limit + 1)),
            cancellation).ConfigureAwait(false);
        return Pages.Of(found, limit, record => record, record => Cursor.Write("audit", record.Change.At.UtcTicks, record.Change.Sequence));
    }
}
