using DncActors.Client.Paging;
using DncActors.Client.Transport;

namespace DncActors.Client.People;

/// <summary>User groups. Changes need <c>admin</c>; one that is read by its id says how far it follows each workflow.</summary>
public sealed class UserGroupsClient
{
    const string Root = "/v1/user-groups";
    readonly DncTransport transport;

    internal UserGroupsClient(DncTransport transport) => this.transport = transport;

    public Task<Page<UserGroupModel>> ListAsync(PageOptions? page = null, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.GetAsync<Page<UserGroupModel>>(Root.With(page), call, cancellation);

    /// <summary>All of them, read page by page as they are asked for.</summary>
    public IAsyncEnumerable<UserGroupModel> WalkAsync(DncCallOptions? call = null, CancellationToken cancellation = default) =>
        Pages.WalkAsync((page, token) => ListAsync(page, call, token), cancellation);

    public Task<UserGroupModel> GetAsync(string userGroupId, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.GetAsync<UserGroupModel>(One(userGroupId), call, cancellation);

    public Task<UserGroupModel> CreateAsync(CreateUserGroupRequest request, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.PostAsync<CreateUserGroupRequest, UserGroupModel>(Root, request, call, cancellation);

    public Task<UserGroupModel> PatchAsync(
        string userGroupId, PatchUserGroupRequest request, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.PatchAsync<PatchUserGroupRequest, UserGroupModel>(One(userGroupId), request, call, cancellation);

    /// <summary>Its stream ends.</summary>
    public Task DeleteAsync(string userGroupId, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.DeleteAsync(One(userGroupId), call, cancellation);

    static string One(string userGroupId) => Route.Of($"/v1/user-groups/{userGroupId}");
}
