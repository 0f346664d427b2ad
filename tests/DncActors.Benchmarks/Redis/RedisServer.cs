using System.Diagnostics;
using System.Net.Sockets;

namespace DncActors.Benchmarks.Redis;

/// <summary>Debian's Redis as a process of its own, in memory only, by a socket in a directory that goes with it.</summary>
sealed class RedisServer : IAsyncDisposable
{
    /// <summary>The set of the phones that are listed for calls.</summary>
    public const string Set = "dnc:call";

    readonly Process _process;
    readonly string _directory;

    RedisServer(Process process, string directory) => (_process, _directory) = (process, directory);

    public string SocketPath => Path.Combine(_directory, "redis.sock");

    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static async Task<RedisServer> StartAsync()
    {
        var directory = Directory.CreateTempSubdirectory("dnc-redis-").FullName;
        string[] arguments = ["--port", "0", "--unixsocket", Path.Combine(directory, "redis.sock"), "--save", "", "--appendonly", "no", "--dir", directory];
        var process = Process.Start(new ProcessStartInfo("redis-server", arguments) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("redis-server did not start; install it with 'apt-get install redis-server'.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var server = new RedisServer(process, directory);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await ticks.WaitForNextTickAsync())
        {
            if (process.HasExited) throw new InvalidOperationException($"redis-server ended with exit code {process.ExitCode}.");
            try
            {
                using var socket = server.Connect();
                return server;
            }
            catch (SocketException)
            {
                // Not listening yet.
            }
        }
        throw new InvalidOperationException("Never ready.");
    }

    public Socket Connect()
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(SocketPath));
        return socket;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_directory, recursive: true);
    }
}
