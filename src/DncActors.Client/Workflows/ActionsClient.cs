using DncActors.Client.Transport;

namespace DncActors.Client.Workflows;

/// <summary>The actions of a status. Needs <c>workflow.edit</c>; to run one, see <see cref="Leads.LeadsClient.ExecuteAsync"/>.</summary>
public sealed class ActionsClient
{
    readonly DncTransport transport;

    internal ActionsClient(DncTransport transport) => this.transport = transport;

    public Task<ActionModel> CreateAsync(
        string workflowId, string statusId, ActionRequest request, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.PostAsync<ActionRequest, ActionModel>(
            Route.Of($"/v1/workflows/{workflowId}/statuses/{statusId}/actions"), request, call, cancellation);

    /// <summary>Makes the action what the request says, as a whole.</summary>
    public Task<ActionModel> PutAsync(
        string workflowId, string statusId, string actionId, ActionRequest request, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.PutAsync<ActionRequest, ActionModel>(One(workflowId, statusId, actionId), request, call, cancellation);

    public Task DeleteAsync(
        string workflowId, string statusId, string actionId, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.DeleteAsync(One(workflowId, statusId, actionId), call, cancellation);

    /// <summary>Copies the action to every target, or to none.</summary>
    public Task<ActionPlacementsModel> CopyAsync(
        string workflowId, string statusId, string actionId, CopyActionRequest request, DncCallOptions? call = null,
        CancellationToken cancellation = default) =>
        transport.PostAsync<CopyActionRequest, ActionPlacementsModel>(
            One(workflowId, statusId, actionId) + "/copies", request, call, cancellation);

    /// <summary>What a copy would do, target by target, those that would be refused too; nothing is changed.</summary>
    public Task<ActionPlacementsModel> PreviewCopyAsync(
        string workflowId, string statusId, string actionId, CopyActionRequest request, DncCallOptions? call = null,
        CancellationToken cancellation = default) =>
        transport.PostAsync<CopyActionRequest, ActionPlacementsModel>(
            One(workflowId, statusId, actionId) + "/copies?dryRun=true", request, call, cancellation);

    static string One(string workflowId, string statusId, string actionId) =>
        Route.Of($"/v1/workflows/{workflowId}/statuses/{statusId}/actions/{actionId}");
}
