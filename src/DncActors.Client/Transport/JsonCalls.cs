using System.Net.Http.Headers;
using System.Text.Json.Serialization.Metadata;
using System.Text.Json;
using DncActors.Client.Json;

namespace DncActors.Client.Transport;

/// <summary>Calls whose bodies and answers are JSON.</summary>
static class JsonCalls
{
    public static Task<T> GetAsync<T>(this DncTransport transport, string path, DncCallOptions? call, CancellationToken cancellation) =>
        transport.SendAsync(new DncRequest(HttpMethod.Get, path) { Call = call }, ReadAsync<T>, cancellation);

    public static Task<T> PostAsync<TBody, T>(
        this DncTransport transport, string path, TBody body, DncCallOptions? call, CancellationToken cancellation) =>
        transport.SendAsync(new DncRequest(HttpMethod.Post, path) { Content = Json(body), Call = call }, ReadAsync<T>, cancellation);

    /// <summary>Without a body.</summary>
    public static Task<T> PostAsync<T>(this DncTransport transport, string path, DncCallOptions? call, CancellationToken cancellation) =>
        transport.SendAsync(new DncRequest(HttpMethod.Post, path) { Call = call }, ReadAsync<T>, cancellation);

    public static Task<T> PutAsync<TBody, T>(
        this DncTransport transport, string path, TBody body, DncCallOptions? call, CancellationToken cancellation) =>
        transport.SendAsync(new DncRequest(HttpMethod.Put, path) { Content = Json(body), Call = call }, ReadAsync<T>, cancellation);

    public static Task<T> PatchAsync<TBody, T>(
        this DncTransport transport, string path, TBody body, DncCallOptions? call, CancellationToken cancellation) =>
        transport.SendAsync(new DncRequest(HttpMethod.Patch, path) { Content = Json(body), Call = call }, ReadAsync<T>, cancellation);

    public static Task DeleteAsync(this DncTransport transport, string path, DncCallOptions? call, CancellationToken cancellation) =>
        transport.SendAsync(new DncRequest(HttpMethod.Delete, path) { Call = call }, (_, _) => Task.FromResult(true), cancellation);

    public static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        return await JsonSerializer.DeserializeAsync(stream, TypeInfo<T>(), cancellation) ?? throw new JsonException("The answer is null.");
    }

    public static Func<HttpContent> Json<T>(T body)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, TypeInfo<T>());
        return () => new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(DncMediaTypes.Json) } };
    }

    public static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)DncJson.Lenient.GetTypeInfo(typeof(T));
}
