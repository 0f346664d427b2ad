using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace DncActors.TestServers;

/// <summary>
/// A wire to a server on this machine that a test can cut: whoever is to be cut off connects here, everybody else to the server itself. Where several connect,
/// each can be cut off alone, by its name.
/// </summary>
public sealed class TcpRelay : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, FreePort.Take());
    readonly ConcurrentDictionary<Socket, string> sockets = new();
    readonly ConcurrentDictionary<(string Of, WireWay Way), WireState> states = new();
    readonly ConcurrentDictionary<string, byte> cutOff = new();
    readonly Func<int, string> whoConnects;
    readonly int target;
    readonly Task accepting;
    volatile bool cut;
    volatile TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="target">The server's port.</param>
    /// <param name="whoConnects">Names whoever connects from a port; without it nobody has a name.</param>
    public TcpRelay(int target, Func<int, string>? whoConnects = null)
    {
        this.target = target;
        this.whoConnects = whoConnects ?? (_ => "");
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Resets every connection, and each new one at once, until <see cref="Mend()"/>.</summary>
    public void Cut()
    {
        cut = true;
        foreach (var socket in sockets.Keys) Reset(socket);
    }

    /// <summary>The same for those connections alone that are of this name.</summary>
    public void Cut(string of)
    {
        cutOff[of] = 0;
        Reset(of);
    }

    /// <summary>Resets the connections of this name; new ones are welcome.</summary>
    public void Reset(string of)
    {
        foreach (var socket in sockets.Where(s => s.Value == of)) Reset(socket.Key);
    }

    /// <summary>What becomes of what those of this name send, or are sent, from now on.</summary>
    public void Set(WireWay way, WireState state, string of = "")
    {
        states[(of, way)] = state;
        Interlocked.Exchange(ref changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    /// <summary>Everything is as in the beginning; what was held arrives.</summary>
    public void Mend()
    {
        cut = false;
        foreach (var of in cutOff.Keys.Concat(states.Keys.Select(key => key.Of)).Distinct()) Mend(of);
    }

    /// <summary>The same for those connections alone that are of this name.</summary>
    public void Mend(string of)
    {
        cutOff.TryRemove(of, out _);
        Set(WireWay.There, WireState.Open, of);
        Set(WireWay.Back, WireState.Open, of);
    }

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
            // Stopped before it is asked again, it was never started.
            catch (Exception ended) when (ended is SocketException or InvalidOperationException)
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
            var of = whoConnects(((IPEndPoint)near.RemoteEndPoint!).Port);
            sockets[near] = sockets[far] = of;
            if (cut || cutOff.ContainsKey(of)) return;
            await far.ConnectAsync(IPAddress.Loopback, target);
            await Task.WhenAny(CopyAsync(near, far, of, WireWay.There), CopyAsync(far, near, of, WireWay.Back));
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // The server is not there: whoever connected sees the same as without the relay.
        }
        finally
        {
            Reset(near);
            Reset(far);
        }
    }

    async Task CopyAsync(Socket from, Socket to, string of, WireWay way)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var read)
            {
                if (!await PassesAsync(of, way)) continue;
                for (var sent = 0; sent < read;) sent += await to.SendAsync(buffer.AsMemory(sent, read - sent));
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // One end is gone; the other goes with it.
        }
    }

    async ValueTask<bool> PassesAsync(string of, WireWay way)
    {
        while (true)
        {
            // Taken before the state is looked at: a change in between wakes it.
            var change = changed.Task;
            var state = states.GetValueOrDefault((of, way));
            if (state != WireState.Held) return state == WireState.Open;
            await change;
        }
    }

    void Reset(Socket socket)
    {
        sockets.TryRemove(socket, out _);
        socket.Close(timeout: 0);
    }
}
