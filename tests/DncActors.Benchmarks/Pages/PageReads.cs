using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using DncActors.Benchmarks.Load;

namespace DncActors.Benchmarks.Pages;

/// <summary>What the console's list pages read when they are opened, filtered and turned: one request after the other.</summary>
static class PageReads
{
    const int Times = 15;
    const int Deep = 20;

    /// <summary>The page asks for so many rows.</summary>
    const int Rows = 50;

    public static async Task MeasureAsync(ServerProcess server, BenchWorld world, int records)
    {
        var now = Uri.EscapeDataString(TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
        var far = BenchWorld.LeadId(records - 1);
        (string Name, string Path)[] reads =
        [
            ("leads", $"/v1/leads?limit={Rows}"),
            ("leads by the begin of a name", $"/v1/leads?limit={Rows}&q=Lead%20Number%20{records / 2}"),
            ("leads by words of no lead", $"/v1/leads?limit={Rows}&q=nobody"),
            ("leads by phone", $"/v1/leads?limit={Rows}&q={Uri.EscapeDataString(BenchWorld.Phone(records))}"),
            ("leads by email", $"/v1/leads?limit={Rows}&q=lead{records / 3}%40people.example"),
            ("leads of a status", $"/v1/leads?limit={Rows}&statusId={world.New}"),
            ("leads of a status with few", $"/v1/leads?limit={Rows}&statusId={world.Dead}"),
            ("leads of a system status with few", $"/v1/leads?limit={Rows}&systemStatus=dead"),
            ("leads that are Do Not Contact", $"/v1/leads?limit={Rows}&doNotContact=true"),
            ("leads that are not", $"/v1/leads?limit={Rows}&doNotContact=false"),
            ("a lead", $"/v1/leads/{far}"),
            ("what may be run on it", $"/v1/leads/{far}/actions"),
            ("its history", $"/v1/leads/{far}/history?limit={Rows}"),
            ("why it is contacted", $"/v1/diagnostics/leads/{far}"),
            ("entries", $"/v1/dnc/entries?limit={Rows}"),
            ("entries by phone", $"/v1/dnc/entries?limit={Rows}&phone={Uri.EscapeDataString(BenchWorld.Phone(5_000_000_000L + (records / 2)))}"),
            ("entries of an import", $"/v1/dnc/entries?limit={Rows}&source=import"),
            ("entries by hand, which are few", $"/v1/dnc/entries?limit={Rows}&source=manual"),
            ("entries of actions, which are few", $"/v1/dnc/entries?limit={Rows}&source=action"),
            ("entries on a channel with few", $"/v1/dnc/entries?limit={Rows}&channel=email"),
            ("entries in force now", $"/v1/dnc/entries?limit={Rows}&activeOn={now}"),
            ("imports", $"/v1/dnc/imports?limit={Rows}"),
            ("the audit", $"/v1/audit?limit={Rows}"),
            ("the audit of a lead", $"/v1/audit?limit={Rows}&leadId={BenchWorld.LeadId(1)}"),
            ("who read the list", $"/v1/audit/access?limit={Rows}"),
            ("leads by system status", "/v1/reports/leads?groupBy=systemStatus"),
            ("leads by status", "/v1/reports/leads?groupBy=status"),
            ("Do Not Contact leads by status", "/v1/reports/leads?groupBy=status&doNotContact=true"),
            ("use of actions by day", "/v1/reports/action-usage?groupBy=day"),
            ("use of actions by user", "/v1/reports/action-usage?groupBy=user"),
            ("coverage", "/v1/diagnostics/coverage"),
            ("workflows", "/v1/workflows"),
            ("user groups", "/v1/user-groups"),
            ("the cluster", "/v1/cluster"),
        ];
        foreach (var (name, path) in reads) Say(name, await TimeAsync(server, [.. Enumerable.Repeat(path, Times)]));
        Say("leads, page after page", await TurnAsync(server, $"/v1/leads?limit={Rows}"));
        Say("entries, page after page", await TurnAsync(server, $"/v1/dnc/entries?limit={Rows}"));
    }

    static async Task<List<double>> TimeAsync(ServerProcess server, string[] paths)
    {
        List<double> took = [];
        foreach (var path in paths) took.Add((await AskAsync(server, path)).Milliseconds);
        return took;
    }

    /// <summary>By the cursor of the page before, so many pages down.</summary>
    static async Task<List<double>> TurnAsync(ServerProcess server, string path)
    {
        List<double> took = [];
        string? cursor = null;
        for (var page = 0; page < Deep; page++)
        {
            var (milliseconds, answer) = await AskAsync(server, cursor is null ? path : $"{path}&cursor={Uri.EscapeDataString(cursor)}");
            took.Add(milliseconds);
            cursor = answer.GetProperty("next").GetString();
        }
        return took;
    }

    static async Task<(double Milliseconds, JsonElement Answer)> AskAsync(ServerProcess server, string path)
    {
        var began = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { CacheControl = new CacheControlHeaderValue { NoCache = true } } };
        using var answer = await server.Http.SendAsync(request);
        var body = await answer.Content.ReadAsByteArrayAsync();
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{path}: {(int)answer.StatusCode}");
        return (took, JsonSerializer.Deserialize<JsonElement>(body));
    }

    static void Say(string name, List<double> took)
    {
        var spread = Spread.Of(took);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {spread.Median:N1} ms, first {took[0]:N1}, at most {spread.Most:N1}"));
    }
}
