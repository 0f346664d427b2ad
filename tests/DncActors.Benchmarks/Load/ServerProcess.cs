using System.Diagnostics;
using System.Globalization;

namespace DncActors.Benchmarks.Load;

/// <summary>The server as a process of its own, on a free port with a data directory that is deleted in the end.</summary>
sealed class ServerProcess : IAsyncDisposable
{
    public const string Key = "benchmark-administrator-key-0123456789";

    readonly Process process;

    ServerProcess(Process process, Uri address, string directory)
    {
        this.process = process;
        Address = address;
        DataDirectory = directory;
        Http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) };
        Http.DefaultRequestHeaders.Authorization = new("Bearer", Key);
    }

    public Uri Address { get; }

    public string DataDirectory { get; }

    public HttpClient Http { get; }

    /// <summary>The processor time that it has used.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>The most memory that it ever held, in bytes (VmHWM).</summary>
    public long PeakMemory => Status("VmHWM:");

    /// <summary>The memory that it holds, in bytes (VmRSS).</summary>
    public long Memory => Status("VmRSS:");

    /// <summary>Starts this very program as a server (<c>serve</c>) and waits until it is ready.</summary>
    public static async Task<ServerProcess> StartAsync()
    {
        var directory = Directory.CreateTempSubdirectory("dnc-bench-").FullName;
        var port = FreePort();
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["serve", "--urls", $"http://127.0.0.1:{port}"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = directory
        };
        start.Environment["Dnc__DataDirectory"] = Path.Combine(directory, "data");
        start.Environment["Dnc__Demo"] = "false";
        start.Environment["Dnc__BootstrapKey"] = Key;
        start.Environment["Dnc__SiloPort"] = FreePort().ToString(CultureInfo.InvariantCulture);
        start.Environment["Dnc__GatewayPort"] = FreePort().ToString(CultureInfo.InvariantCulture);
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var server = new ServerProcess(process, new Uri($"http://127.0.0.1:{port}"), directory);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await ticks.WaitForNextTickAsync())
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The server ended with exit code {process.ExitCode}.");
            }
            try
            {
                using var answer = await server.Http.GetAsync("/readyz");
                if (answer.IsSuccessStatusCode)
                {
                    return server;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
        throw new InvalidOperationException("Never ready.");
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(DataDirectory, recursive: true);
    }

    long Status(string line) => File.ReadLines($"/proc/{process.Id}/status").Where(l => l.StartsWith(line, StringComparison.Ordinal))
        .Select(l => long.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1_024).First();

    static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
