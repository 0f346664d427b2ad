using DncActors.Client.Paging;
using DncActors.Client.Transport;

namespace DncActors.Client.People;

/// <summary>API keys. Needs <c>admin</c>. Only the answer of a creation holds the key itself.</summary>
public sealed class ApiKeysClient
{
    const string Root = "/v1/api-keys";
    readonly DncTransport transport;

    internal ApiKeysClient(DncTransport transport) => this.transport = transport;

    public Task<Page<ApiKeyModel>> ListAsync(PageOptions? page = null, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.GetAsync<Page<ApiKeyModel>>(Root.With(page), call, cancellation);

    /// <summary>All of them, read page by page as they are asked for.</summary>
    public IAsyncEnumerable<ApiKeyModel> WalkAsync(DncCallOptions? call = null, CancellationToken cancellation = default) =>
        Pages.WalkAsync((page, token) => ListAsync(page, call, token), cancellation);

    public Task<ApiKeyModel> GetAsync(string apiKeyId, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.GetAsync<ApiKeyModel>(One(apiKeyId), call, cancellation);

    public Task<ApiKeyModel> CreateAsync(CreateApiKeyRequest request, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.PostAsync<CreateApiKeyRequest, ApiKeyModel>(Root, request, call, cancellation);

    public Task<ApiKeyModel> PatchAsync(string apiKeyId, PatchApiKeyRequest request, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.PatchAsync<PatchApiKeyRequest, ApiKeyModel>(One(apiKeyId), request, call, cancellation);

    /// <summary>When it is answered, every node refuses the key.</summary>
    public Task DeleteAsync(string apiKeyId, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.DeleteAsync(One(apiKeyId), call, cancellation);

    static string One(string apiKeyId) => Route.Of($"/v1/api-keys/{apiKeyId}");
}
