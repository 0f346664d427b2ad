using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace DncActors.TestServers.Prometheus;

/// <summary>
/// Debian's Prometheus as a process of its own, which looks at nodes and judges by the alerts of this tree, in a directory that goes with it. It looks every
/// second, and what the alerts wait for is a fifth of what they say: the same as in production, where it looks every five seconds, and sooner over.
/// </summary>
public sealed class PrometheusServer : IAsyncDisposable
{
    /// <summary>How much faster than in production time passes for it.</summary>
    public const int Haste = 5;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly string directory;
    readonly HttpClient http;
    readonly ProcessOutput output = new();
    readonly Process process;

    PrometheusServer(string directory, int port)
    {
        this.directory = directory;
        http = new() { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = Patience };
        var start = new ProcessStartInfo("prometheus",
        ["--config.file=prometheus.yml", "--storage.tsdb.path=data", $"--web.listen-address=127.0.0.1:{port}"])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process = Process.Start(start) ?? throw new InvalidOperationException("Prometheus did not start.");
        output.Follow(process);
        AppDomain.CurrentDomain.ProcessExit += EndWithTheTests;
    }

    public Uri Address => http.BaseAddress!;

    /// <param name="nodes">By the name that they get as <c>instance</c>.</param>
    /// <param name="rules">The text of the alerts' file.</param>
    public static async Task<PrometheusServer> StartAsync(IEnumerable<(string Name, Uri Address)> nodes, string rules)
    {
        var directory = Directory.CreateTempSubdirectory("dnc-prometheus-").FullName;
        await File.WriteAllTextAsync(Path.Combine(directory, "rules.yml"), RuleTimes.DivideBy(Haste, rules));
        await File.WriteAllTextAsync(Path.Combine(directory, "prometheus.yml"), Configuration(nodes));
        var server = new PrometheusServer(directory, FreePort.Take());
        try
        {
            await server.ReadyAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>What an expression is now.</summary>
    public async Task<IReadOnlyList<PrometheusSeries>> QueryAsync(string expression) =>
        PrometheusSeries.Read(await AskAsync($"/api/v1/query?query={Uri.EscapeDataString(expression)}"));

    /// <summary>What it was, step by step.</summary>
    public async Task<IReadOnlyList<PrometheusSeries>> QueryRangeAsync(string expression, DateTimeOffset from, DateTimeOffset to, TimeSpan step) =>
        PrometheusSeries.Read(await AskAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"/api/v1/query_range?query={Uri.EscapeDataString(expression)}&start={Seconds(from)}&end={Seconds(to)}&step={step.TotalSeconds}")));

    /// <summary>The alerts that it judges by, as it has read them: the name and the expression.</summary>
    public async Task<IReadOnlyList<(string Name, string Expression)>> AlertsAsync() =>
    [
        .. from rules in (await AskAsync("/api/v1/rules")).GetProperty("groups").EnumerateArray()
           from rule in rules.GetProperty("rules").EnumerateArray()
           select (rule.GetProperty("name").GetString()!, rule.GetProperty("query").GetString()!),
    ];

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= EndWithTheTests;
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        http.Dispose();
        Directory.Delete(directory, recursive: true);
    }

    static string Configuration(IEnumerable<(string Name, Uri Address)> nodes) =>
        """
        global:
          scrape_interval: 1s
          scrape_timeout: 1s
          evaluation_interval: 1s
          external_labels: {runbook: docs/runbook.md}
        rule_files: [rules.yml]
        scrape_configs:
          - job_name: dncactors
            static_configs:

        """
        + string.Concat(nodes.Select(node => $"      - {{targets: [\"{node.Address.Authority}\"], labels: {{instance: {node.Name}}}}}\n"));

    static string Seconds(DateTimeOffset at) => (at.ToUnixTimeMilliseconds() / 1000.0).ToString("F3", CultureInfo.InvariantCulture);

    async Task<JsonElement> AskAsync(string path)
    {
        using var answer = await http.GetAsync(path);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return json.TryGetProperty("data", out var data) && answer.IsSuccessStatusCode ? data
            : throw new InvalidOperationException($"Prometheus says to {Uri.UnescapeDataString(path)}: {json}");
    }

    async Task ReadyAsync()
    {
        var since = Stopwatch.GetTimestamp();
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await ticks.WaitForNextTickAsync())
        {
            if (process.HasExited) throw new InvalidOperationException($"Prometheus ended before it was ready:\n{output}");
            if (Stopwatch.GetElapsedTime(since) > Patience) throw new TimeoutException($"Prometheus was not ready within {Patience}:\n{output}");
            try
            {
                using var answer = await http.GetAsync("/-/ready");
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
        }
    }

    void EndWithTheTests(object? sender, EventArgs e)
    {
        if (!process.HasExited) process.Kill();
    }
}
