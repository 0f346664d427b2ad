using System.Net.Sockets;
using System.Text;

namespace DncActors.ClusterTests.Alerts;

/// <summary>A dialer that asks for every change of the entries there ever was, and does not read what it is told.</summary>
sealed class StuckListener : IDisposable
{
    readonly Socket socket;

    StuckListener(Socket socket) => this.socket = socket;

    public static async Task<StuckListener> OpenAsync(Uri node, string key)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        var listener = new StuckListener(socket);
        await socket.ConnectAsync(node.Host, node.Port, TestContext.Current.CancellationToken);
        await socket.SendAsync(Encoding.ASCII.GetBytes(
            $"GET /v1/dnc/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {key}\r\nLast-Event-ID: 0\r\n\r\n"));
        var answer = new byte[64];
        var read = await socket.ReceiveAsync(answer);
        Assert.StartsWith("HTTP/1.1 200", Encoding.ASCII.GetString(answer, 0, read), StringComparison.Ordinal);
        return listener;
    }

    public void Dispose() => socket.Close(0);
}
