using System.Net.Http.Headers;
using System.Net;
using System.Text.Json.Serialization.Metadata;
using System.Text.Json;

namespace DncActors.Client.Transport;

/// <summary>A body of JSON lines, written as its items come: however many they are, only one is in memory.</summary>
sealed class NdJsonContent<T> : HttpContent
{
    const int FlushBytes = 64 * 1024;
    readonly IAsyncEnumerable<T> items;
    readonly JsonTypeInfo<T> typeInfo = JsonCalls.TypeInfo<T>();

    public NdJsonContent(IAsyncEnumerable<T> items)
    {
        this.items = items;
        Headers.ContentType = new MediaTypeHeaderValue(DncMediaTypes.NdJson);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => WriteAsync(stream, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        WriteAsync(stream, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    async Task WriteAsync(Stream stream, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        await foreach (var item in items.WithCancellation(cancellation))
        {
            JsonSerializer.Serialize(buffer, item, typeInfo);
            buffer.WriteByte((byte)'\n');
            if (buffer.Length >= FlushBytes)
                await FlushAsync(buffer, stream, cancellation);
        }

        await FlushAsync(buffer, stream, cancellation);
    }

    static async Task FlushAsync(MemoryStream buffer, Stream stream, CancellationToken cancellation)
    {
        await stream.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancellation);
        buffer.SetLength(0);
    }
}
