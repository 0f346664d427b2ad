using System.Net;

namespace DncActors.ClusterTests.Imports;

/// <summary>A body of unknown length that is sent in pieces of any size: characters, lines and line ends are cut anywhere.</summary>
public sealed class PiecewiseContent(byte[] body, Random random) : HttpContent
{
    const int Pieces = 40;

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        for (var at = 0; at < body.Length;)
        {
            var length = Math.Min(random.Next(1, 2 + (body.Length * 2 / Pieces)), body.Length - at);
            await stream.WriteAsync(body.AsMemory(at, length));
            await stream.FlushAsync();
            at += length;
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
