using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace DncActors.Benchmarks.Postgres;

/// <summary>
/// The way to a server that is farther off: a process of its own, so that what it takes can be told from what the others take. What comes from the clients
/// waits for the whole of the added round trip, what goes back is passed on at once.
/// </summary>
static class SlowWire
{
    const int BufferBytes = 64 * 1024;

    static readonly BlockingCollection<Parcel> Waiting = [];

    static TimeSpan _delay;

    readonly record struct Parcel(Socket To, byte[] Bytes, long SentAt);

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var port, var target, var microseconds]) return 2;
        _delay = TimeSpan.FromMicroseconds(int.Parse(microseconds, CultureInfo.InvariantCulture));
        new Thread(Deliver) { IsBackground = true }.Start();
        using var listener = new TcpListener(IPAddress.Loopback, int.Parse(port, CultureInfo.InvariantCulture));
        listener.Start(backlog: 512);
        while (true) _ = PassAsync(await listener.AcceptSocketAsync(), int.Parse(target, CultureInfo.InvariantCulture));
    }

    static async Task PassAsync(Socket near, int target)
    {
        using var far = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        near.NoDelay = true;
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, target);
            await Task.WhenAny(DelayAsync(near, far), CopyAsync(far, near));
        }
        catch (SocketException)
        {
            // Nobody is there: whoever connected is told by the end of the connection.
        }
        finally
        {
            near.Dispose();
        }
    }

    static async Task DelayAsync(Socket from, Socket to)
    {
        var buffer = new byte[BufferBytes];
        while (await ReceiveAsync(from, buffer) is > 0 and var read) Waiting.Add(new Parcel(to, buffer[..read], Stopwatch.GetTimestamp()));
    }

    static async Task CopyAsync(Socket from, Socket to)
    {
        var buffer = new byte[BufferBytes];
        while (await ReceiveAsync(from, buffer) is > 0 and var read) Send(to, buffer.AsSpan(0, read));
    }

    /// <summary>All of them wait equally long: they become due in the order in which they came.</summary>
    static void Deliver()
    {
        foreach (var parcel in Waiting.GetConsumingEnumerable())
        {
            var left = _delay - Stopwatch.GetElapsedTime(parcel.SentAt);
            if (left > TimeSpan.Zero) Sleep(left);
            Send(parcel.To, parcel.Bytes);
        }
    }

    static async ValueTask<int> ReceiveAsync(Socket from, byte[] buffer)
    {
        try
        {
            return await from.ReceiveAsync(buffer);
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            return 0;
        }
    }

    static void Send(Socket to, ReadOnlySpan<byte> bytes)
    {
        try
        {
            while (bytes.Length > 0) bytes = bytes[to.Send(bytes)..];
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // The reader of the other direction finds out too, and ends both.
        }
    }

    /// <summary>The framework's own waits count in whole milliseconds.</summary>
    static void Sleep(TimeSpan time)
    {
        var length = new Length(0, (nint)time.TotalNanoseconds);
        _ = NanoSleep(in length, 0);
    }

    [StructLayout(LayoutKind.Sequential)]
    readonly record struct Length(nint Seconds, nint Nanoseconds);

    [DllImport("libc", EntryPoint = "nanosleep")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int NanoSleep(in Length length, nint remaining);
}
