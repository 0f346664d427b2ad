using System.Net;

namespace DncActors.Benchmarks.Load;

/// <summary>A request body that is written while it is sent.</summary>
sealed class PushContent(Func<Stream, Task> write) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => write(stream);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
