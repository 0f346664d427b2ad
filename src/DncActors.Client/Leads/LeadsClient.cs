using DncActors.Client.Imports;
using DncActors.Client.Paging;
using DncActors.Client.Transport;

namespace DncActors.Client.Leads;

/// <summary>Leads, and the actions that are run on them.</summary>
public sealed class LeadsClient
{
    const string Root = "/v1/leads";
    const string Import = "/v1/leads/import";
    readonly DncTransport transport;

    internal LeadsClient(DncTransport transport) => this.transport = transport;

    /// <summary>One that has a listed contact point is blocked when this answers, and says so in <c>doNotContact.covered</c>.</summary>
    public Task<LeadModel> CreateAsync(CreateLeadRequest request, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.PostAsync<CreateLeadRequest, LeadModel>(Root, request, call, cancellation);

    public Task<LeadModel> GetAsync(string leadId, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.GetAsync<LeadModel>(One(leadId), call, cancellation);

    public Task<LeadModel> PatchAsync(
        string leadId, PatchLeadRequest request, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.PatchAsync<PatchLeadRequest, LeadModel>(One(leadId), request, call, cancellation);

    public Task<Page<LeadModel>> SearchAsync(
        LeadSearch search, PageOptions? page = null, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.GetAsync<Page<LeadModel>>(
            Root.With(
                ("workflowId", search.WorkflowId),
                ("statusId", search.StatusId),
                ("systemStatus", search.SystemStatus),
                ("doNotContact", search.DoNotContact),
                ("q", search.Text),
                ("importId", search.ImportId)).With(page),
            call,
            cancellation);

    /// <summary>All that match, read page by page as they are asked for.</summary>
    public IAsyncEnumerable<LeadModel> WalkAsync(LeadSearch search, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        Pages.WalkAsync((page, token) => SearchAsync(search, page, call, token), cancellation);

    /// <summary>Sends leads as they come; never repeated by itself. A problem's <c>lastLine</c> says how much of a stopped import was kept.</summary>
    public Task<ImportModel> ImportAsync(
        IAsyncEnumerable<CreateLeadRequest> leads, bool dryRun = false, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.ImportAsync(Import, leads, dryRun, call, cancellation);

    /// <summary>Sends CSV or JSON lines from where the stream stands; the stream is not closed.</summary>
    /// <param name="mediaType"><see cref="DncMediaTypes.Csv"/> or <see cref="DncMediaTypes.NdJson"/>.</param>
    public Task<ImportModel> ImportAsync(
        Stream content, string mediaType, bool dryRun = false, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.ImportAsync(Import, content, mediaType, dryRun, call, cancellation);

    /// <summary>The actions that the acting user may run on this lead now.</summary>
    /// <param name="explain">Those that may not be run too, each with its reasons.</param>
    public Task<Page<LeadActionModel>> ListActionsAsync(
        string leadId, bool explain = false, PageOptions? page = null, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.GetAsync<Page<LeadActionModel>>(
            Route.Of($"/v1/leads/{leadId}/actions").With(("explain", explain ? true : null)).With(page), call, cancellation);

    /// <summary>
    /// Runs an action. When this returns, every later contact check on any node follows it. The same idempotency key gives the same
    /// execution, however often it is sent.
    /// </summary>
    public Task<ExecutionModel> ExecuteAsync(
        string leadId, string actionId, ExecuteActionRequest? request = null, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.PostAsync<ExecuteActionRequest, ExecutionModel>(
            Route.Of($"/v1/leads/{leadId}/actions/{actionId}/executions"), request ?? new(), call, cancellation);

    /// <summary>The lead's executions, newest first.</summary>
    public Task<Page<ExecutionModel>> ListHistoryAsync(
        string leadId, PageOptions? page = null, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.GetAsync<Page<ExecutionModel>>(Route.Of($"/v1/leads/{leadId}/history").With(page), call, cancellation);

    /// <summary>All of the lead's executions, newest first, read page by page as they are asked for.</summary>
    public IAsyncEnumerable<ExecutionModel> WalkHistoryAsync(
        string leadId, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        Pages.WalkAsync((page, token) => ListHistoryAsync(leadId, page, call, token), cancellation);

    static string One(string leadId) => Route.Of($"/v1/leads/{leadId}");
}
