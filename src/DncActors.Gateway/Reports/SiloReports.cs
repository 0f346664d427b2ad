using System.Collections.Immutable;
using DncActors.Contracts.Reports;
using DncActors.Domain.Paging;
using DncActors.Domain.Reports;
using DncActors.Gateway.Silos;

namespace DncActors.Gateway.Reports;

/// <summary>Reads figures and the audit through a silo.</summary>
sealed class SiloReports(SiloCalls silos) : IReportStore
{
    public Task<ImmutableArray<ActionUsageRow>> ReadActionUsageAsync(
        string organization, DateTimeOffset? from, DateTimeOffset? to, ActionUsageGroup groupBy, CancellationToken cancellation) =>
        SiloCalls.ReadAsync(() => silos.Any<IReportsGrain>().ReadActionUsageAsync(organization, from, to, groupBy, cancellation));

    public Task<ImmutableArray<LeadCountRow>> CountLeadsAsync(string organization, DateTimeOffset now, CancellationToken cancellation) =>
        SiloCalls.ReadAsync(() => silos.Any<IReportsGrain>().CountLeadsAsync(organization, now, cancellation));

    public Task<PageOf<AuditRecord>> SearchAuditAsync(string organization, AuditQuery query, PageRequest page, CancellationToken cancellation) =>
        SiloCalls.ReadAsync(() => silos.Any<IReportsGrain>().SearchAuditAsync(organization, query, page, cancellation));
}
