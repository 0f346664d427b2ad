using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using DncActors.Benchmarks.Load;

namespace DncActors.Benchmarks.OpenLoop;

/// <summary>
/// Asks at a fixed rate, whoever answers and however late: what is due is asked for as soon as a connection is free, and its wait is counted from when it was
/// due. A server that stands still for a while is seen by everybody who would have asked meanwhile. One thread, which waits in the kernel until something is
/// due or answered.
/// </summary>
sealed class OpenLoopLoad : IDisposable
{
    const int Connections = 64;
    const int WarmingSeconds = 2;
    const short Readable = 1;
    const int TimerSlack = 29;

    readonly OpenLoopConnection[] _connections;
    readonly Poll[] _polls;
    readonly Stack<OpenLoopConnection> _idle;
    readonly Listing _listing;
    readonly long[] _waits;
    readonly long[] _late;
    readonly double _ticksBetween;
    int _next;
    int _answered;
    long _failed;

    OpenLoopLoad(int port, string path, int rate, int seconds, Listing listing)
    {
        _connections = [.. Enumerable.Range(0, Connections).Select(_ => new OpenLoopConnection(port, path, ServerProcess.Key))];
        _polls = [.. _connections.Select(c => new Poll { Handle = c.Handle, Asked = Readable })];
        _idle = new(_connections);
        _listing = listing;
        _ticksBetween = (double)Stopwatch.Frequency / rate;
        Warming = rate * WarmingSeconds;
        _waits = new long[Warming + (rate * seconds)];
        _late = new long[_waits.Length];
    }

    int Warming { get; }

    /// <summary>Runs this program's generator as a process of its own.</summary>
    public static async Task<OpenLoopResult> RunAsync(ServerProcess server, Listing listing, string path, int rate, int seconds)
    {
        int[] asked = [server.Address.Port, rate, seconds, listing.Entries, listing.Asked];
        // Who measures does not wait for a processor; who is not root gets an ordinary one.
        string[] arguments = ["-n", "-10", Environment.ProcessPath!, "open-loop", path, .. asked.Select(n => n.ToString(CultureInfo.InvariantCulture))];
        using var process = Process.Start(new ProcessStartInfo("nice", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<OpenLoopResult>(output)!
            : throw new InvalidOperationException($"The generator ended with exit code {process.ExitCode}.");
    }

    /// <summary>The generator's process.</summary>
    public static int Run(string[] args)
    {
        if (args.Length != 6) return 2;
        var n = args[1..].Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToArray();
        using var load = new OpenLoopLoad(n[0], args[0], n[1], n[2], new Listing(n[3], n[4]));
        // The kernel otherwise gathers wake-ups of 50 µs.
        _ = Control(TimerSlack, 1);
        Console.WriteLine(JsonSerializer.Serialize(load.Go()));
        return 0;
    }

    OpenLoopResult Go()
    {
        var (cpu, warmAt) = (TimeSpan.Zero, 0L);
        var begun = Stopwatch.GetTimestamp();
        while (_answered < _waits.Length)
        {
            Ask(begun);
            if (warmAt == 0 && _answered >= Warming) (cpu, warmAt) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
            Wait(begun);
            for (var i = 0; i < _polls.Length; i++)
            {
                if (_polls[i].Found != 0) Take(_connections[i]);
            }
        }
        var took = Stopwatch.GetElapsedTime(warmAt);
        var measured = _waits.Length - Warming;
        var (waits, late) = (Sorted(_waits), Sorted(_late));
        return new(
            measured / took.TotalSeconds, measured, _failed, At(waits, 0.5), At(waits, 0.99), At(waits, 0.999), At(waits, 1), At(late, 0.5), At(late, 0.99),
            (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / measured);
    }

    long Due(long begun, int index) => begun + (long)(index * _ticksBetween);

    void Ask(long begun)
    {
        while (_next < _waits.Length && _idle.Count > 0)
        {
            var now = Stopwatch.GetTimestamp();
            var due = Due(begun, _next);
            if (due > now) return;
            var connection = _idle.Pop();
            _late[_next] = now - due;
            connection.Waiting = (due, _next);
            connection.Ask(_listing.AskedNumber((int)(_next * 7919L % _listing.Asked)));
            _next++;
        }
    }

    void Wait(long begun)
    {
        var left = _idle.Count > 0 && _next < _waits.Length ? Due(begun, _next) - Stopwatch.GetTimestamp() : Stopwatch.Frequency;
        var length = new Length(0, (nint)(Math.Clamp(left, 0, Stopwatch.Frequency - 1) * (1_000_000_000 / Stopwatch.Frequency)));
        _ = PollFor(_polls, (nuint)_polls.Length, in length, 0);
    }

    void Take(OpenLoopConnection connection)
    {
        var (whole, good) = connection.Take();
        if (!whole) return;
        _waits[connection.Waiting.Index] = Stopwatch.GetTimestamp() - connection.Waiting.Due;
        if (!good) _failed++;
        _answered++;
        _idle.Push(connection);
    }

    long[] Sorted(long[] ticks)
    {
        var sorted = ticks[Warming..];
        Array.Sort(sorted);
        return sorted;
    }

    static double At(long[] sorted, double part) =>
        sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * part))] * 1_000_000.0 / Stopwatch.Frequency;

    public void Dispose()
    {
        foreach (var connection in _connections) connection.Dispose();
    }

    [DllImport("libc", EntryPoint = "ppoll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int PollFor([In, Out] Poll[] polls, nuint count, in Length length, nint signals);

    [DllImport("libc", EntryPoint = "prctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int Control(int what, nuint value);

    [StructLayout(LayoutKind.Sequential)]
    struct Poll
    {
        public int Handle;
        public short Asked;
        public short Found;
    }

    [StructLayout(LayoutKind.Sequential)]
    readonly record struct Length(nint Seconds, nint Nanoseconds);
}
