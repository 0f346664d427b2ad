using DncActors.Client.Paging;
using DncActors.Client.Transport;

namespace DncActors.Client.People;

/// <summary>The people of the organization. Changes need <c>admin</c>.</summary>
public sealed class UsersClient
{
    const string Root = "/v1/users";
    readonly DncTransport transport;

    internal UsersClient(DncTransport transport) => this.transport = transport;

    public Task<Page<UserModel>> ListAsync(PageOptions? page = null, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.GetAsync<Page<UserModel>>(Root.With(page), call, cancellation);

    /// <summary>All of them, read page by page as they are asked for.</summary>
    public IAsyncEnumerable<UserModel> WalkAsync(DncCallOptions? call = null, CancellationToken cancellation = default) =>
        Pages.WalkAsync((page, token) => ListAsync(page, call, token), cancellation);

    public Task<UserModel> GetAsync(string userId, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.GetAsync<UserModel>(One(userId), call, cancellation);

    public Task<UserModel> CreateAsync(CreateUserRequest request, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.PostAsync<CreateUserRequest, UserModel>(Root, request, call, cancellation);

    public Task<UserModel> PatchAsync(string userId, PatchUserRequest request, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.PatchAsync<PatchUserRequest, UserModel>(One(userId), request, call, cancellation);

    /// <summary>The last administrator cannot be deleted (<c>unprocessable</c>).</summary>
    public Task DeleteAsync(string userId, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.DeleteAsync(One(userId), call, cancellation);

    /// <summary>
    /// Gives the user another password and ends their other sessions. Without <c>admin</c> only one's own, with the current one.
    /// </summary>
    public Task SetPasswordAsync(string userId, SetPasswordRequest request, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.SendAsync(
            new DncRequest(HttpMethod.Put, One(userId) + "/password") { Content = JsonCalls.Json(request), Call = call },
            (_, _) => Task.FromResult(true),
            cancellation);

    static string One(string userId) => Route.Of($"/v1/users/{userId}");
}
