using System.Net;
using DncActors.Client.Jobs;
using DncActors.Client.Transport;

namespace DncActors.Client.Workflows;

/// <summary>The statuses of a workflow. Needs <c>workflow.edit</c>.</summary>
public sealed class StatusesClient
{
    readonly DncTransport transport;

    internal StatusesClient(DncTransport transport) => this.transport = transport;

    public Task<StatusModel> CreateAsync(
        string workflowId, CreateStatusRequest request, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.PostAsync<CreateStatusRequest, StatusModel>(Route.Of($"/v1/workflows/{workflowId}/statuses"), request, call, cancellation);

    /// <summary>Disabling one that an enabled action moves to is refused (<c>unprocessable</c>).</summary>
    public Task<StatusChange> PatchAsync(
        string workflowId, string statusId, PatchStatusRequest request, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.SendAsync(
            new DncRequest(HttpMethod.Patch, One(workflowId, statusId)) { Content = JsonCalls.Json(request), Call = call }, ReadAsync, cancellation);

    /// <summary>One that an enabled action moves to, or in which a lead stands, is refused (<c>unprocessable</c>).</summary>
    public Task ArchiveAsync(string workflowId, string statusId, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.DeleteAsync(One(workflowId, statusId), call, cancellation);

    static async Task<StatusChange> ReadAsync(HttpResponseMessage response, CancellationToken cancellation) =>
        response.StatusCode == HttpStatusCode.Accepted
            ? new StatusChange(null, await JsonCalls.ReadAsync<JobModel>(response, cancellation))
            : new StatusChange(await JsonCalls.ReadAsync<StatusModel>(response, cancellation), null);

    static string One(string workflowId, string statusId) => Route.Of($"/v1/workflows/{workflowId}/statuses/{statusId}");
}
