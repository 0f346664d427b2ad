using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace DncActors.ClusterTests.Http;

/// <summary>The HTTP contract as a stranger speaks it: JSON text in, status and JSON out. Nothing of our own client stands between a test and the
/// wire.</summary>
public sealed class Api(Uri baseAddress, string? key, TimeSpan? patience = null) : IDisposable
{
    readonly HttpClient http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        BaseAddress = baseAddress,
        Timeout = patience ?? TimeSpan.FromSeconds(60),
    };

    public HttpClient Http => http;

    public string? Key => key;

    /// <summary>For a call that may take long.</summary>
    public Api Patient() => new(baseAddress, key, TimeSpan.FromMinutes(10));

    public Api As(string otherKey) => new(baseAddress, otherKey);

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Answer> PostAsync(string path, object? body, string? idempotencyKey = null, string? actingUser = null) =>
        SendAsync(HttpMethod.Post, path, Json(body), r => Name(r, idempotencyKey, actingUser));

    public Task<Answer> PutAsync(string path, object body, string? ifMatch = null) => SendAsync(HttpMethod.Put, path, Json(body), r => Match(r, ifMatch));

    public Task<Answer> PatchAsync(string path, object body, string? ifMatch = null) => SendAsync(HttpMethod.Patch, path, Json(body), r => Match(r, ifMatch));

    public Task<Answer> DeleteAsync(string path, object? body = null, string? ifMatch = null) =>
        SendAsync(HttpMethod.Delete, path, body is null ? null : Json(body), r => Match(r, ifMatch));

    public Task<Answer> PostTextAsync(string path, string text, string mediaType, string? idempotencyKey = null) =>
        SendAsync(HttpMethod.Post, path, new StringContent(text, Encoding.UTF8, mediaType), r => Name(r, idempotencyKey, null));

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, Action<HttpRequestMessage>? shape = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (key is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }
        shape?.Invoke(request);
        using var response = await SendAsync(request);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answer(response.StatusCode, text, response.Headers, response.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>A socket's own fault comes through where the server was killed between the connect and the first use: it is one of the connection.</summary>
    async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        try
        {
            return await http.SendAsync(request, TestContext.Current.CancellationToken);
        }
        catch (SocketException fault)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, fault.Message, fault);
        }
    }

    public override string ToString() => baseAddress.Authority;

    public void Dispose() => http.Dispose();

    static StringContent? Json(object? body) =>
        body is null ? null : new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");

    static void Name(HttpRequestMessage request, string? idempotencyKey, string? actingUser)
    {
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }
        if (actingUser is not null)
        {
            request.Headers.Add("X-Acting-User", actingUser);
        }
    }

    static void Match(HttpRequestMessage request, string? ifMatch)
    {
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }
    }
}
