using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace DncActors.Benchmarks.Postgres;

/// <summary>
/// The way to a server that is farther off: a process of its own, so that what it takes can be told from what the others take, with a thread for each
/// direction of a connection, so that no connection waits for another. What comes from a client waits for the whole of the added round trip, what goes
/// back is passed on at once.
/// </summary>
static class SlowWire
{
    const int BufferBytes = 256 * 1024;

    public static int Run(string[] args)
    {
        if (args is not [var port, var target, var microseconds]) return 2;
        var delay = new Length(0, 1_000 * nint.Parse(microseconds, CultureInfo.InvariantCulture));
        var server = new IPEndPoint(IPAddress.Loopback, int.Parse(target, CultureInfo.InvariantCulture));
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, int.Parse(port, CultureInfo.InvariantCulture)));
        listener.Listen(512);
        while (true)
        {
            var near = listener.Accept();
            var far = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            near.NoDelay = true;
            far.Connect(server);
            Start(() => Pass(near, far, delay));
            Start(() => Pass(far, near, default));
        }
    }

    static void Start(Action passing) => new Thread(() => passing()) { IsBackground = true }.Start();

    static void Pass(Socket from, Socket to, Length delay)
    {
        var buffer = new byte[BufferBytes];
        try
        {
            while (from.Receive(buffer) is > 0 and var first)
            {
                if (delay.Nanoseconds > 0) _ = NanoSleep(in delay, 0);
                Send(to, buffer.AsSpan(0, first));
                // What came while the first of it waited is the rest of the same message.
                while (from.Available > 0 && from.Receive(buffer) is > 0 and var rest) Send(to, buffer.AsSpan(0, rest));
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // One end is gone; the other goes with it.
        }
        from.Dispose();
        to.Dispose();
    }

    static void Send(Socket to, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0) bytes = bytes[to.Send(bytes)..];
    }

    /// <summary>The framework's own waits count in whole milliseconds.</summary>
    [DllImport("libc", EntryPoint = "nanosleep")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int NanoSleep(in Length length, nint remaining);

    [StructLayout(LayoutKind.Sequential)]
    readonly record struct Length(nint Seconds, nint Nanoseconds);
}
