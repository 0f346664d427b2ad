using DncActors.Client.Paging;
using DncActors.Client.Transport;

namespace DncActors.Client.Workflows;

/// <summary>Workflows, whole. Changes need <c>workflow.edit</c>.</summary>
public sealed class WorkflowsClient
{
    const string Root = "/v1/workflows";
    readonly DncTransport transport;

    internal WorkflowsClient(DncTransport transport) => this.transport = transport;

    public Task<Page<WorkflowModel>> ListAsync(PageOptions? page = null, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.GetAsync<Page<WorkflowModel>>(Root.With(page), call, cancellation);

    /// <summary>All of them, read page by page as they are asked for.</summary>
    public IAsyncEnumerable<WorkflowModel> WalkAsync(DncCallOptions? call = null, CancellationToken cancellation = default) =>
        Pages.WalkAsync((page, token) => ListAsync(page, call, token), cancellation);

    public Task<WorkflowModel> GetAsync(string workflowId, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.GetAsync<WorkflowModel>(One(workflowId), call, cancellation);

    public Task<WorkflowModel> CreateAsync(CreateWorkflowRequest request, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.PostAsync<CreateWorkflowRequest, WorkflowModel>(Root, request, call, cancellation);

    public Task<WorkflowModel> PatchAsync(
        string workflowId, PatchWorkflowRequest request, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.PatchAsync<PatchWorkflowRequest, WorkflowModel>(One(workflowId), request, call, cancellation);

    /// <summary>Refused (<c>unprocessable</c>) while a lead stands in it.</summary>
    public Task ArchiveAsync(string workflowId, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.DeleteAsync(One(workflowId), call, cancellation);

    /// <summary>Every version that was ever published, newest first, with who, when, and what was changed.</summary>
    public Task<Page<WorkflowVersionModel>> ListVersionsAsync(
        string workflowId, PageOptions? page = null, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.GetAsync<Page<WorkflowVersionModel>>(Versions(workflowId).With(page), call, cancellation);

    /// <summary>A version as it was published.</summary>
    public Task<WorkflowModel> GetVersionAsync(
        string workflowId, long version, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.GetAsync<WorkflowModel>(Version(workflowId, version), call, cancellation);

    /// <summary>
    /// Publishes an old version anew, as another one. Refused (<c>unprocessable</c>) where what it refers to is gone, and while leads stand in a status that
    /// would go.
    /// </summary>
    public Task<WorkflowModel> RestoreVersionAsync(
        string workflowId, long version, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.PostAsync<WorkflowModel>(Version(workflowId, version) + "/restore", call, cancellation);

    static string Versions(string workflowId) => One(workflowId) + "/versions";

    static string Version(string workflowId, long version) =>
        Versions(workflowId) + Route.Of($"/{version.ToString(System.Globalization.CultureInfo.InvariantCulture)}");

    static string One(string workflowId) => Route.Of($"/v1/workflows/{workflowId}");
}
