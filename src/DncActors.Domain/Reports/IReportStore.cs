using System.Collections.Immutable;
using DncActors.Domain.Paging;

namespace DncActors.Domain.Reports;

/// <summary>Figures and the audit, read from the record itself.</summary>
public interface IReportStore
{
    /// <summary>How often each action ran in [from, to), most used first; days are UTC days, in order. At most 10,000 rows.</summary>
    Task<ImmutableArray<ActionUsageRow>> ReadActionUsageAsync(
        string organization, DateTimeOffset? from, DateTimeOffset? to, ActionUsageGroup groupBy, CancellationToken cancellation);

    /// <summary>How many leads stand where, and how many of them are flagged Do Not Contact at <paramref name="now"/>.</summary>
    Task<ImmutableArray<LeadCountRow>> CountLeadsAsync(string organization, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Changes, newest first.</summary>
    Task<PageOf<AuditRecord>> SearchAuditAsync(string organization, AuditQuery query, PageRequest page, CancellationToken cancellation);
}
