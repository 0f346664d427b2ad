using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using DncActors.Client.Errors;
using DncActors.Client.Imports;

namespace DncActors.Client.Transport;

/// <summary>Imports and exports: bodies and answers of any size.</summary>
static class Streams
{
    /// <summary>Sends a stream once, as it is; the caller keeps it.</summary>
    public static Task<ImportModel> ImportAsync(
        this DncTransport transport, string path, Stream content, string mediaType, bool dryRun, DncCallOptions? call, CancellationToken cancellation) =>
        transport.ImportAsync(path, () => Kept(content, mediaType), dryRun, call, cancellation);

    /// <summary>Sends the items as they come, once.</summary>
    public static Task<ImportModel> ImportAsync<T>(
        this DncTransport transport, string path, IAsyncEnumerable<T> items, bool dryRun, DncCallOptions? call, CancellationToken cancellation) =>
        transport.ImportAsync(path, () => new NdJsonContent<T>(items), dryRun, call, cancellation);

    /// <summary>The answer as a stream, which the caller disposes of.</summary>
    public static async Task<Stream> OpenStreamAsync(
        this DncTransport transport, string path, string mediaType, DncCallOptions? call, CancellationToken cancellation)
    {
        var request = new DncRequest(HttpMethod.Get, path) { Accept = mediaType, Call = call };
        var response = await transport.SendAsync(request, (answer, _) => Task.FromResult(answer), cancellation);
        return await response.Content.ReadAsStreamAsync(cancellation);
    }

    /// <summary>The answer's JSON lines as they come. An answer that is cut ends with an exception, so it never looks whole.</summary>
    public static async IAsyncEnumerable<T> ReadLinesAsync<T>(
        this DncTransport transport, string path, DncCallOptions? call, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var stream = await transport.OpenStreamAsync(path, DncMediaTypes.NdJson, call, cancellation);
        var lines = JsonSerializer.DeserializeAsyncEnumerable(stream, JsonCalls.TypeInfo<T>(), topLevelValues: true, cancellation);
        await using var each = lines.GetAsyncEnumerator(cancellation);
        while (true)
        {
            try
            {
                if (!await each.MoveNextAsync())
                    yield break;
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException or JsonException)
            {
                throw new DncConnectionException("The answer was cut.", null, fault);
            }

            if (each.Current is { } line)
                yield return line;
        }
    }

    static Task<ImportModel> ImportAsync(
        this DncTransport transport, string path, Func<HttpContent> content, bool dryRun, DncCallOptions? call, CancellationToken cancellation)
    {
        var request = new DncRequest(HttpMethod.Post, path.With(("dryRun", dryRun ? true : null)))
        {
            Content = content,
            CanSendAgain = false,
            HasTimeout = false,
            Call = call,
        };
        return transport.SendAsync(request, JsonCalls.ReadAsync<ImportModel>, cancellation);
    }

    // StreamContent disposes of what it was given; this stream is the caller's.
    static StreamContent Kept(Stream content, string mediaType) =>
        new(new KeptStream(content)) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } };
}
