using System.Diagnostics;
using System.Globalization;
using DncActors.TestServers;

namespace DncActors.Benchmarks.Load;

/// <summary>The server as a process of its own, on a free port with a data directory that is deleted in the end.</summary>
sealed class ServerProcess : IAsyncDisposable
{
    public const string Key = "benchmark-administrator-key-0123456789";

    readonly ProcessStartInfo start;
    Process process;

    ServerProcess(ProcessStartInfo start, Uri address, string directory)
    {
        this.start = start;
        process = Start(start);
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

    /// <summary>Starts this very program as a server (<c>serve</c>) on SQLite and waits until it is ready.</summary>
    public static Task<ServerProcess> StartAsync() => StartAsync([]);

    /// <summary>Starts the host itself, as it was built beside this program, with its console.</summary>
    public static Task<ServerProcess> StartHostAsync() => StartAsync([], directory => Embedded(directory, [("Dnc__GrpcUrl", "none")]), HostProgram());

    /// <summary>The same with these settings over its own.</summary>
    public static Task<ServerProcess> StartAsync(params IReadOnlyList<(string Name, string Value)> settings) =>
        StartAsync(["serve"], directory => Embedded(directory, settings));

    /// <summary>The same as a node on PostgreSQL; those on one database are one cluster.</summary>
    public static Task<ServerProcess> StartNodeAsync(string connectionString, params IReadOnlyList<(string Name, string Value)> settings) =>
        StartNodeOfAsync(Environment.ProcessPath!, connectionString, settings);

    /// <summary>The same of another build.</summary>
    /// <param name="program">Its benchmarks' program.</param>
    public static Task<ServerProcess> StartNodeOfAsync(
        string program, string connectionString, params IReadOnlyList<(string Name, string Value)> settings)
    {
        var all = new Dictionary<string, string>
        {
            ["Dnc__Storage"] = "postgres",
            ["Dnc__ConnectionString"] = connectionString,
            ["Dnc__AdvertisedAddress"] = "127.0.0.1",
            ["Dnc__DrainSeconds"] = "0",
        };
        foreach (var (name, value) in settings) all[name] = value;
        return StartAsync(["serve"], _ => all, program);
    }

    /// <summary>Starts the host as a gateway to the nodes on that database.</summary>
    public static Task<ServerProcess> StartGatewayAsync(string connectionString) => StartAsync(
        [],
        _ => new()
        {
            ["Dnc__Role"] = "gateway",
            ["Dnc__Storage"] = "postgres",
            ["Dnc__ConnectionString"] = connectionString,
            ["Dnc__DrainSeconds"] = "0",
            ["Dnc__GrpcUrl"] = "none",
        },
        HostProgram());

    /// <summary>Starts this program in one of its modes and waits until it is ready.</summary>
    /// <param name="settings">Made from the directory that the process works in.</param>
    /// <param name="program">This one, unless another is named.</param>
    public static async Task<ServerProcess> StartAsync(string[] arguments, Func<string, Dictionary<string, string>> settings, string? program = null)
    {
        var directory = Directory.CreateTempSubdirectory("dnc-bench-").FullName;
        var port = FreePort.Take();
        var start = new ProcessStartInfo(program ?? Environment.ProcessPath!, [.. arguments, "--urls", $"http://127.0.0.1:{port}"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = directory
        };
        foreach (var (name, value) in settings(directory)) start.Environment[name] = value;
        start.Environment["Dnc__BootstrapKey"] = Key;
        start.Environment["Dnc__SiloPort"] = FreePort.Take().ToString(CultureInfo.InvariantCulture);
        start.Environment["Dnc__GatewayPort"] = FreePort.Take().ToString(CultureInfo.InvariantCulture);
        var server = new ServerProcess(start, new Uri($"http://127.0.0.1:{port}"), directory);
        await server.UntilReadyAsync();
        return server;
    }

    /// <summary>Stops it and starts it again on the same data; how long it takes from the start until it is ready.</summary>
    public async Task<TimeSpan> RestartAsync()
    {
        await StopAsync();
        process.Dispose();
        var begun = Stopwatch.GetTimestamp();
        process = Start(start);
        await UntilReadyAsync();
        return Stopwatch.GetElapsedTime(begun);
    }

    /// <summary><c>kill -9</c>.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Stops it where it stands (SIGSTOP): its connections stay open, and nothing is answered.</summary>
    public async Task PauseAsync()
    {
        using var kill = Process.Start("kill", ["-STOP", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>As a user does it, with time to say goodbye (SIGTERM).</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await KillAsync();
        process.Dispose();
        Directory.Delete(DataDirectory, recursive: true);
    }

    static Dictionary<string, string> Embedded(string directory, IReadOnlyList<(string Name, string Value)> settings)
    {
        var all = new Dictionary<string, string> { ["Dnc__DataDirectory"] = Path.Combine(directory, "data"), ["Dnc__Demo"] = "false" };
        foreach (var (name, value) in settings) all[name] = value;
        return all;
    }

    /// <summary>artifacts/bin/DncActors.Benchmarks/release/ -> artifacts/bin/DncActors.Host/release/</summary>
    static string HostProgram()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(here.Parent!.Parent!.FullName, "DncActors.Host", here.Name, "DncActors.Host");
    }

    static Process Start(ProcessStartInfo start)
    {
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    async Task UntilReadyAsync()
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await ticks.WaitForNextTickAsync())
        {
            if (process.HasExited) throw new InvalidOperationException($"The server ended with exit code {process.ExitCode}.");
            try
            {
                using var answer = await Http.GetAsync("/readyz");
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
    }

    long Status(string line) => File.ReadLines($"/proc/{process.Id}/status").Where(l => l.StartsWith(line, StringComparison.Ordinal))
        .Select(l => long.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1_024).First();
}
