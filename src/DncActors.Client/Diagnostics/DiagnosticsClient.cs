using DncActors.Client.Paging;
using DncActors.Client.Transport;

namespace DncActors.Client.Diagnostics;

/// <summary>Why is it as it is, and what would change it?</summary>
public sealed class DiagnosticsClient
{
    readonly DncTransport transport;

    internal DiagnosticsClient(DncTransport transport) => this.transport = transport;

    /// <summary>What in the organization's workflows lets wishes for no contact get lost.</summary>
    public Task<Page<CoverageFindingModel>> GetCoverageAsync(
        PageOptions? page = null, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.GetAsync<Page<CoverageFindingModel>>("/v1/diagnostics/coverage".With(page), call, cancellation);

    /// <summary>All of it, read page by page as it is asked for.</summary>
    public IAsyncEnumerable<CoverageFindingModel> WalkCoverageAsync(DncCallOptions? call = null, CancellationToken cancellation = default) =>
        Pages.WalkAsync((page, token) => GetCoverageAsync(page, call, token), cancellation);

    /// <summary>Why a lead is, or is not, contactable, offered an action, seen in a report.</summary>
    public Task<LeadDiagnosticsModel> GetLeadAsync(
        string leadId, string? userId = null, string? actionId = null, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.GetAsync<LeadDiagnosticsModel>(
            Route.Of($"/v1/diagnostics/leads/{leadId}").With(("userId", userId), ("actionId", actionId)), call, cancellation);

    /// <summary>Why an action is, or is not, shown, copied, run.</summary>
    public Task<ActionDiagnosticsModel> GetActionAsync(
        string actionId, string? userId = null, string? targetWorkflowId = null, string? targetStatusId = null, DncCallOptions? call = null,
        CancellationToken cancellation = default) =>
        transport.GetAsync<ActionDiagnosticsModel>(
            Route.Of($"/v1/diagnostics/actions/{actionId}")
                .With(("userId", userId), ("targetWorkflowId", targetWorkflowId), ("targetStatusId", targetStatusId)),
            call,
            cancellation);
}
