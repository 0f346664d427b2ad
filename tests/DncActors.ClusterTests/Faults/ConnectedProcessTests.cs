using System.Net;
using System.Net.Sockets;

namespace DncActors.ClusterTests.Faults;

public sealed class ConnectedProcessTests
{
    [Fact]
    public async Task Who_holds_a_connection_is_found_by_the_port_that_it_comes_from()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server.LocalEndpoint, TestContext.Current.CancellationToken);
        var port = ((IPEndPoint)socket.LocalEndPoint!).Port;

        Assert.Equal("these tests", ConnectedProcess.NameOf(port, [("the first process", 1), ("these tests", Environment.ProcessId)]));
        Assert.Equal("", ConnectedProcess.NameOf(port, [("the first process", 1)]));
    }
}
