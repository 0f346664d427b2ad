using System.Collections.Immutable;
using DncActors.Contracts.Reports;
using DncActors.Domain.Paging;
using DncActors.Domain.Reports;
using Orleans.Concurrency;

namespace DncActors.Grains.Reports;

/// <summary>Reads figures and the audit for gateways.</summary>
[StatelessWorker, Reentrant]
sealed class ReportsGrain(IReportStore reports) : Grain, IReportsGrain
{
    public Task<ImmutableArray<ActionUsageRow>> ReadActionUsageAsync(
        string organization, DateTimeOffset? from, DateTimeOffset? to, ActionUsageGroup groupBy, CancellationToken cancellation) =>
        reports.ReadActionUsageAsync(organization, from, to, groupBy, cancellation);

    public Task<ImmutableArray<LeadCountRow>> CountLeadsAsync(string organization, DateTimeOffset now, CancellationToken cancellation) =>
        reports.CountLeadsAsync(organization, now, cancellation);

    public Task<PageOf<AuditRecord>> SearchAuditAsync(string organization, AuditQuery query, PageRequest page, CancellationToken cancellation) =>
        reports.SearchAuditAsync(organization, query, page, cancellation);
}
