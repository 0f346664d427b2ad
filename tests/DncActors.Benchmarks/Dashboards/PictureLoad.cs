using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using DncActors.Benchmarks.Load;

namespace DncActors.Benchmarks.Dashboards;

/// <summary>Three organizations of different sizes that check, execute and import, at each node in turn, whether they are answered or not.</summary>
sealed class PictureLoad : IAsyncDisposable
{
    const int Leads = 5_000;

    readonly CancellationTokenSource _ending = new();
    readonly List<Task> _running = [];

    public static async Task<PictureLoad> StartAsync(IReadOnlyList<ServerProcess> nodes)
    {
        var load = new PictureLoad();
        await load.BeginAsync(nodes, ServerProcess.Key, perSecond: 25);
        foreach (var (id, perSecond) in new[] { ("northwind", 12), ("acme", 5) })
        {
            using var answer = await nodes[0].Http.PostAsJsonAsync("/v1/organizations", new { id, name = id });
            var made = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
            await load.BeginAsync(nodes, made.GetProperty("key").GetString()!, perSecond);
        }
        return load;
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await Task.WhenAll(_running);
        _ending.Dispose();
    }

    async Task BeginAsync(IReadOnlyList<ServerProcess> nodes, string key, int perSecond)
    {
        var clients = nodes.Select(node => Client(node, key)).ToArray();
        var world = await BenchWorld.MakeAsync(clients[0], groups: 3);
        await BenchWorld.ImportAsync(clients[0], "/v1/leads/import", Leads, world.LeadLine);
        _running.Add(RepeatAsync(clients, perSecond, (http, n) => ExecuteAsync(http, world, n)));
        _running.Add(RepeatAsync(clients, perSecond * 2, CheckAsync));
        _running.Add(RepeatAsync(clients, Math.Max(1, perSecond / 5), BatchAsync));
        _running.Add(RepeatAsync(clients, 1, ImportAsync));
        _running.Add(ListenAsync(clients[0]));
    }

    static HttpClient Client(ServerProcess node, string key)
    {
        var http = new HttpClient { BaseAddress = node.Address, Timeout = TimeSpan.FromMinutes(1) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return http;
    }

    static async Task ExecuteAsync(HttpClient http, BenchWorld world, int number)
    {
        // One in ten comes too late: the lead stands elsewhere.
        var path = $"/v1/leads/{BenchWorld.LeadId(number % 10 == 9 ? number - 1 : number)}/actions/{world.Action}/executions";
        using var done = await http.PostAsJsonAsync(path, new { note = "said stop" });
    }

    static async Task CheckAsync(HttpClient http, int number)
    {
        var phone = Uri.EscapeDataString(BenchWorld.Phone(number % 4 * 700L + number));
        using var answer = await http.GetAsync($"/v1/contact-checks?phone={phone}&channel={(number % 3 == 0 ? "sms" : "call")}");
    }

    static async Task BatchAsync(HttpClient http, int number)
    {
        var phones = Enumerable.Range(number, 99).Select(n => BenchWorld.Phone(n)).Append("nobody").ToArray();
        using var answer = await http.PostAsJsonAsync("/v1/contact-checks/batch", new { channel = "call", phones });
    }

    static async Task ImportAsync(HttpClient http, int number)
    {
        using var lines = new StringContent(string.Concat(Enumerable.Range(number * 20, 20).Select(BenchWorld.EntryLine)) + "no entry\n");
        lines.Headers.ContentType = new("application/x-ndjson");
        using var answer = await http.PostAsync("/v1/dnc/entries/import", lines);
    }

    async Task RepeatAsync(HttpClient[] clients, int perSecond, Func<HttpClient, int, Task> doAsync)
    {
        var sending = new List<Task>();
        using var ticks = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / perSecond));
        for (var number = 0; !_ending.IsCancellationRequested; number++)
        {
            sending.RemoveAll(task => task.IsCompleted);
            sending.Add(TryAsync(doAsync(clients[number % clients.Length], number)));
            await ticks.WaitForNextTickAsync();
        }
        await Task.WhenAll(sending);
    }

    async Task ListenAsync(HttpClient http)
    {
        try
        {
            using var response = await http.GetAsync("/v1/dnc/events", HttpCompletionOption.ResponseHeadersRead, _ending.Token);
            await (await response.Content.ReadAsStreamAsync(_ending.Token)).CopyToAsync(Stream.Null, _ending.Token);
        }
        catch (Exception ended) when (ended is OperationCanceledException or HttpRequestException or IOException)
        {
            // With the load, or with its node.
        }
    }

    static async Task TryAsync(Task task)
    {
        try
        {
            await task;
        }
        catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException)
        {
            // That node is away.
        }
    }
}
