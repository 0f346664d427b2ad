using System.Net;
using System.Net.Sockets;

namespace DncActors.TestServers;

/// <summary>Ports for servers that come back at the same address.</summary>
public static class FreePort
{
    /// <summary>Below the range that the system takes outgoing connections' ports from: while a server is down, no connection of a test sits on its
    /// port.</summary>
    const int First = 20_000;
    const int Count = 10_000;

    static int next = Environment.ProcessId * 37 % Count;

    public static int Take()
    {
        for (var tries = 0; tries < Count; tries++)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref next) % Count);
            if (IsFree(IPAddress.Loopback, port) && IsFree(IPAddress.Any, port)) return port;
        }
        throw new InvalidOperationException($"No port is free between {First} and {First + Count}.");
    }

    static bool IsFree(IPAddress address, int port)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
