using DncActors.Client.Paging;
using DncActors.Client.Transport;

namespace DncActors.Client.Reports;

/// <summary>Figures. Needs <c>report.read</c>.</summary>
public sealed class ReportsClient
{
    readonly DncTransport transport;

    internal ReportsClient(DncTransport transport) => this.transport = transport;

    /// <summary>How often actions ran.</summary>
    /// <param name="groupBy">One of <see cref="ActionUsageGroupNames"/>.</param>
    /// <param name="from">Included; null: from the beginning.</param>
    /// <param name="to">Not included; null: until now.</param>
    public Task<Page<ActionUsageRowModel>> GetActionUsageAsync(
        string groupBy, DateTimeOffset? from = null, DateTimeOffset? to = null, PageOptions? page = null, DncCallOptions? call = null,
        CancellationToken cancellation = default) =>
        transport.GetAsync<Page<ActionUsageRowModel>>(
            "/v1/reports/action-usage".With(("from", from), ("to", to), ("groupBy", groupBy)).With(page), call, cancellation);

    /// <summary>How many leads stand where.</summary>
    /// <param name="groupBy">One of <see cref="LeadCountGroupNames"/>.</param>
    /// <param name="doNotContact">Only flagged leads, or only others; null: all.</param>
    public Task<Page<LeadCountRowModel>> CountLeadsAsync(
        string groupBy, bool? doNotContact = null, PageOptions? page = null, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.GetAsync<Page<LeadCountRowModel>>(
            "/v1/reports/leads".With(("groupBy", groupBy), ("doNotContact", doNotContact)).With(page), call, cancellation);
}
