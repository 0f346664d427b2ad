using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace DncActors.TestServers;

/// <summary>A wire to a server on this machine that a test can cut: whoever is to be cut off connects here, everybody else to the server itself.</summary>
public sealed class TcpRelay : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, FreePort.Take());
    readonly ConcurrentDictionary<Socket, byte> sockets = new();
    readonly int target;
    readonly Task accepting;
    volatile bool cut;

    public TcpRelay(int target)
    {
        this.target = target;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Resets every connection, and each new one at once, until <see cref="Mend"/>.</summary>
    public void Cut()
    {
        cut = true;
        foreach (var socket in sockets.Keys) Reset(socket);
    }

    public void Mend() => cut = false;

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        Cut();
        await accepting;
        listener.Dispose();
    }

    async Task AcceptAsync()
    {
        while (true)
        {
            Socket near;
            try
            {
                near = await listener.AcceptSocketAsync();
            }
            catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
            {
                return;
            }
            _ = RelayAsync(near);
        }
    }

    async Task RelayAsync(Socket near)
    {
        var far = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        near.NoDelay = true;
        try
        {
            sockets[near] = sockets[far] = 0;
            if (cut) return;
            await far.ConnectAsync(IPAddress.Loopback, target);
            await Task.WhenAny(CopyAsync(near, far), CopyAsync(far, near));
        }
        catch (SocketException)
        {
            // The server is not there: whoever connected sees the same as without the relay.
        }
        finally
        {
            Reset(near);
            Reset(far);
        }
    }

    static async Task CopyAsync(Socket from, Socket to)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var read)
            {
                for (var sent = 0; sent < read;) sent += await to.SendAsync(buffer.AsMemory(sent, read - sent));
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // One end is gone; the other goes with it.
        }
    }

    void Reset(Socket socket)
    {
        sockets.TryRemove(socket, out _);
        socket.Close(timeout: 0);
    }
}
