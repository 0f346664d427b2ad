using DncActors.Client.Paging;
using DncActors.Client.Transport;

namespace DncActors.Client.People;

/// <summary>Roles. Changes need <c>admin</c>.</summary>
public sealed class RolesClient
{
    const string Root = "/v1/roles";
    readonly DncTransport transport;

    internal RolesClient(DncTransport transport) => this.transport = transport;

    public Task<Page<RoleModel>> ListAsync(PageOptions? page = null, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.GetAsync<Page<RoleModel>>(Root.With(page), call, cancellation);

    /// <summary>All of them, read page by page as they are asked for.</summary>
    public IAsyncEnumerable<RoleModel> WalkAsync(DncCallOptions? call = null, CancellationToken cancellation = default) =>
        Pages.WalkAsync((page, token) => ListAsync(page, call, token), cancellation);

    public Task<RoleModel> GetAsync(string roleId, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.GetAsync<RoleModel>(One(roleId), call, cancellation);

    public Task<RoleModel> CreateAsync(CreateRoleRequest request, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.PostAsync<CreateRoleRequest, RoleModel>(Root, request, call, cancellation);

    public Task<RoleModel> PatchAsync(string roleId, PatchRoleRequest request, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.PatchAsync<PatchRoleRequest, RoleModel>(One(roleId), request, call, cancellation);

    /// <summary>Built-in roles cannot be deleted.</summary>
    public Task DeleteAsync(string roleId, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.DeleteAsync(One(roleId), call, cancellation);

    static string One(string roleId) => Route.Of($"/v1/roles/{roleId}");
}
