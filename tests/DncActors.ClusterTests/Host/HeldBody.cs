using System.Net;
using System.Text;

namespace DncActors.ClusterTests.Host;

/// <summary>A request's body whose last part is sent when the test says so. With <c>Expect: 100-continue</c> it begins when the server has begun to
/// read.</summary>
public sealed class HeldBody(string first, string last) : HttpContent
{
    readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Begun => begun.Task;

    public void Release() => released.TrySetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(first));
        await stream.FlushAsync();
        begun.TrySetResult();
        await released.Task;
        await stream.WriteAsync(Encoding.UTF8.GetBytes(last));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
