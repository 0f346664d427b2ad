using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using DncActors.TestServers;

namespace DncActors.ClusterTests.Host;

/// <summary>
/// The real host as a process of its own: started on a free port with a data directory, killed, stopped and started again at the same address.
/// What it printed is part of every failure.
/// </summary>
public sealed partial class HostProcess : IAsyncDisposable
{
    /// <summary>Generous: a busy machine with two cores starts a runtime in it; a host that dies is noticed at once.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    static readonly HttpClient Probe = new() { Timeout = TimeSpan.FromSeconds(5) };

    readonly HostStart start;
    readonly string? ownDirectory;
    readonly int siloPort = FreePort.Take();
    Process? process;
    ProcessOutput output = new();

    HostProcess(HostStart start)
    {
        this.start = start;
        ownDirectory = start.DataDirectory is null ? Directory.CreateTempSubdirectory("dnc-host-").FullName : null;
        DataDirectory = start.DataDirectory ?? ownDirectory!;
        Address = new Uri($"http://127.0.0.1:{FreePort.Take()}");
        AppDomain.CurrentDomain.ProcessExit += KillWithTheTests;
    }

    public Uri Address { get; }

    public string DataDirectory { get; }

    /// <summary>The administrator's key: the given one, or the one that the first start printed.</summary>
    public string AdministratorKey { get; private set; } = "";

    public int Id => process?.Id ?? throw new InvalidOperationException("The host is not running.");

    public bool IsRunning => process is { HasExited: false };

    /// <summary>What the present process has printed.</summary>
    public string Output => output.ToString();

    /// <summary>Starts a host and waits until it is ready.</summary>
    public static async Task<HostProcess> StartAsync(HostStart? start = null)
    {
        var host = new HostProcess(start ?? new HostStart());
        try
        {
            await host.StartAgainAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>A host that is not started yet.</summary>
    public static HostProcess Prepare(HostStart start) => new(start);

    /// <summary>Starts a host that is expected to refuse: waits for its end.</summary>
    public static async Task<(int ExitCode, string Output)> StartAndRefuseAsync(HostStart start)
    {
        await using var host = new HostProcess(start);
        host.Launch();
        var code = await host.ExitAsync();
        return (code, host.Output);
    }

    /// <summary>After a kill or a stop: starts it again on the same data, at the same address, and waits until it is ready.</summary>
    public async Task StartAgainAsync()
    {
        Launch();
        await ReadyAsync();
        if (AdministratorKey.Length == 0)
        {
            AdministratorKey = start.BootstrapKey ?? PrintedKey(Output) ?? "";
        }
    }

    /// <summary>Starts it without waiting for anything.</summary>
    public void Launch()
    {
        if (IsRunning) throw new InvalidOperationException("The host is running.");
        output = new ProcessOutput();
        process = Process.Start(Describe())!;
        output.Follow(process);
    }

    /// <summary>Waits until it answers <c>/readyz</c> with 200; fails when it ends before, or takes longer than <see cref="Patience"/>.</summary>
    public Task ReadyAsync() => UntilAsync("was not ready", async () => await StatusAsync("/readyz") == HttpStatusCode.OK);

    /// <summary>Waits until a path answers with this status; fails when it ends before, or takes longer than <see cref="Patience"/>.</summary>
    public Task AnswersAsync(string path, HttpStatusCode status) =>
        UntilAsync($"did not answer {path} with {(int)status}", async () => await StatusAsync(path) == status);

    /// <summary>Waits until it has printed this; fails when it ends before, or takes longer than <see cref="Patience"/>.</summary>
    public Task PrintsAsync(string text) =>
        UntilAsync($"did not print '{text}'", () => Task.FromResult(Output.Contains(text, StringComparison.Ordinal)));

    /// <summary>The status that a path answers without a key; null when nobody listens.</summary>
    public async Task<HttpStatusCode?> StatusAsync(string path)
    {
        try
        {
            using var response = await Probe.GetAsync(new Uri(Address, path), TestContext.Current.CancellationToken);
            return response.StatusCode;
        }
        // The socket's own where the host was killed between the connect and the first question.
        catch (Exception e) when (e is HttpRequestException or SocketException)
        {
            return null;
        }
    }

    /// <summary><c>kill -9</c>: gone in the middle of whatever it does.</summary>
    public async Task KillAsync()
    {
        if (!IsRunning) return;
        process!.Kill();
        await ExitAsync();
    }

    /// <summary>Asks it to end (SIGTERM) and waits for that.</summary>
    public async Task<int> StopAsync()
    {
        await SignalAsync("TERM");
        return await ExitAsync();
    }

    /// <summary>Sends a signal: <c>TERM</c>, <c>STOP</c>, <c>CONT</c>.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits for its end and for the last of what it prints.</summary>
    public async Task<int> ExitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process!.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"The host did not end within {Patience}:\n{Output}");
        }
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= KillWithTheTests;
        await KillAsync();
        process?.Dispose();
        if (ownDirectory is not null) Directory.Delete(ownDirectory, recursive: true);
    }

    /// <summary>The key that a first start prints, or null.</summary>
    public static string? PrintedKey(string output) => KeyLine().Match(output) is { Success: true } line ? line.Groups["key"].Value : null;

    ProcessStartInfo Describe()
    {
        var info = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = DataDirectory };
        info.ArgumentList.Add(start.HostDll ?? HostExecutable.Dll);
        foreach (var argument in start.Arguments) info.ArgumentList.Add(argument);

        // What the shell of the tests has set must not reach the host.
        foreach (var name in info.Environment.Keys.Where(IsSetting).ToArray()) info.Environment.Remove(name);
        info.Environment["ASPNETCORE_URLS"] = Address.ToString();
        info.Environment["Dnc__DataDirectory"] = DataDirectory;
        info.Environment["Dnc__SiloPort"] = siloPort.ToString(CultureInfo.InvariantCulture);
        info.Environment["Dnc__Demo"] = start.Demo ? "true" : "false";
        info.Environment["Dnc__BootstrapKey"] = start.BootstrapKey;
        foreach (var (name, value) in start.Environment)
        {
            if (value is null) info.Environment.Remove(name);
            else info.Environment[name] = value;
        }
        return info;
    }

    async Task UntilAsync(string otherwise, Func<Task<bool>> isSo)
    {
        var since = Stopwatch.GetTimestamp();
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await isSo())
        {
            if (!IsRunning) Assert.Fail($"The host {otherwise} before it ended with exit code {await ExitAsync()}:\n{Output}");
            if (Stopwatch.GetElapsedTime(since) > Patience) Assert.Fail($"The host {otherwise} within {Patience}:\n{Output}");
            await ticks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    void KillWithTheTests(object? sender, EventArgs e)
    {
        if (IsRunning) process!.Kill();
    }

    static bool IsSetting(string variable) =>
        variable.StartsWith("Dnc__", StringComparison.OrdinalIgnoreCase) || variable.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^Administrator key .*: (?<key>\S+)$", RegexOptions.Multiline)]
    private static partial Regex KeyLine();
}
