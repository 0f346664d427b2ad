using System.Net;
using System.Net.Sockets;
using DncActors.TestServers;

namespace DncActors.ClusterTests.Faults;

/// <summary>The wires of a fault run do what is said of them.</summary>
public sealed class TcpRelayTests : IAsyncLifetime
{
    readonly TcpListener server = new(IPAddress.Loopback, 0);
    readonly Dictionary<int, string> names = [];
    TcpRelay relay = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        server.Start();
        relay = new TcpRelay(((IPEndPoint)server.LocalEndpoint).Port, port => names.GetValueOrDefault(port, ""));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await relay.DisposeAsync();
        server.Dispose();
    }

    [Fact]
    public async Task What_is_held_arrives_late_and_the_other_way_stays_open()
    {
        var (near, far) = await ConnectAsync("");
        relay.Set(WireWay.There, WireState.Held);
        await SendAsync(near, 1);
        await SendAsync(far, 2);
        Assert.Equal(2, await ReceiveAsync(near));
        var held = ReceiveAsync(far);
        Assert.False(held.IsCompleted);

        relay.Mend();

        Assert.Equal(1, await held);
    }

    [Fact]
    public async Task What_is_lost_never_arrives()
    {
        var (near, far) = await ConnectAsync("");
        relay.Set(WireWay.Back, WireState.Lost);
        await SendAsync(far, 1);
        await SendAsync(near, 2);
        Assert.Equal(2, await ReceiveAsync(far));
        relay.Reset("");

        Assert.Null(await ReceiveAsync(near));
    }

    [Fact]
    public async Task Who_is_cut_off_alone_is_reset_and_let_in_no_more_until_it_is_mended()
    {
        var (one, _) = await ConnectAsync("one");
        var (other, otherFar) = await ConnectAsync("other");

        relay.Cut("one");

        Assert.Null(await ReceiveAsync(one));
        await SendAsync(other, 1);
        Assert.Equal(1, await ReceiveAsync(otherFar));
        Assert.False(await IsLetInAsync("one"));
        relay.Mend("one");
        var (again, againFar) = await ConnectAsync("one");
        await SendAsync(again, 2);
        Assert.Equal(2, await ReceiveAsync(againFar));
    }

    async Task<(Socket Near, Socket Far)> ConnectAsync(string name) => (await DialAsync(name), await server.AcceptSocketAsync(Cancel));

    async Task<Socket> DialAsync(string name)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        names[((IPEndPoint)socket.LocalEndPoint!).Port] = name;
        await socket.ConnectAsync(IPAddress.Loopback, relay.Port, Cancel);
        return socket;
    }

    /// <summary>The reset may come before who dials knows that it was let in, or after.</summary>
    async Task<bool> IsLetInAsync(string name)
    {
        try
        {
            return await ReceiveAsync(await DialAsync(name)) is not null;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    static async Task SendAsync(Socket socket, byte value) => Assert.Equal(1, await socket.SendAsync(new[] { value }, Cancel));

    /// <summary>Null where the connection is gone.</summary>
    static async Task<int?> ReceiveAsync(Socket socket)
    {
        var buffer = new byte[1];
        try
        {
            return await socket.ReceiveAsync(buffer, Cancel) == 1 ? buffer[0] : null;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
