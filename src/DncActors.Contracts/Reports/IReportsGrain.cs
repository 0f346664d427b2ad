using System.Collections.Immutable;
using DncActors.Domain.Paging;
using DncActors.Domain.Reports;

namespace DncActors.Contracts.Reports;

/// <summary>Figures and the audit, for gateways.</summary>
[Alias("dnc.IReportsGrain")]
public interface IReportsGrain : IGrainWithIntegerKey
{
    [Alias("ReadActionUsage")]
    Task<ImmutableArray<ActionUsageRow>> ReadActionUsageAsync(
        string organization, DateTimeOffset? from, DateTimeOffset? to, ActionUsageGroup groupBy, CancellationToken cancellation);

    [Alias("CountLeads")]
    Task<ImmutableArray<LeadCountRow>> CountLeadsAsync(string organization, DateTimeOffset now, CancellationToken cancellation);

    [Alias("SearchAudit")]
    Task<PageOf<AuditRecord>> SearchAuditAsync(string organization, AuditQuery query, PageRequest page, CancellationToken cancellation);
}
