using System.Globalization;
using System.Net;
using DncActors.ClusterTests.Http;
using DncActors.ClusterTests.Nodes;
using DncActors.ClusterTests.Story;

namespace DncActors.ClusterTests.Telemetry;

/// <summary>A little of everything that callers do, at each node in turn, whether it is answered or not: something to show in every panel.</summary>
sealed class WatchedLoad : IAsyncDisposable
{
    static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    readonly NodesOnPostgres _nodes;
    readonly StoryWorld _world;
    readonly CancellationTokenSource _ending = new();
    readonly Task _all;
    int _number;

    WatchedLoad(NodesOnPostgres nodes, StoryWorld world)
    {
        (_nodes, _world) = (nodes, world);
        _all = Task.WhenAll(RepeatAsync(CheckAsync), RepeatAsync(ExecuteAsync), RepeatAsync(ImportAsync), ListenAsync());
    }

    public static async Task<WatchedLoad> StartAsync(NodesOnPostgres nodes) => new(nodes, await StoryWorld.MakeAsync(nodes.Apis[0]));

    /// <summary>So many requests with a key that nobody has.</summary>
    public static async Task TryKeysAsync(Api api, int count)
    {
        using var nobody = api.As("dnc_nobody-has-this-key");
        for (var i = 0; i < count; i++) (await nobody.GetAsync("/v1/organization")).Expect(HttpStatusCode.Unauthorized);
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _all;
        _ending.Dispose();
    }

    static async Task CheckAsync(Api api, int number)
    {
        await api.GetAsync($"/v1/contact-checks?phone={Uri.EscapeDataString(Phone(number))}&channel=call");
        await api.GetAsync("/v1/contact-checks?email=somebody@people.example&channel=email");
        await api.PostAsync("/v1/contact-checks/batch", new { channel = "sms", phones = new[] { Phone(number), Phone(number - 30), "no phone" } });
        await api.PostTextAsync("/v1/scrubs?channel=call", $"phone\n{Phone(number)}\n", "text/csv");
    }

    async Task ExecuteAsync(Api api, int number)
    {
        var lead = $"L-{number}";
        var path = $"/v1/leads/{lead}/actions/{_world.DeadAction}/executions";
        await api.PostAsync("/v1/leads", _world.Lead(lead, _world.New, ["east"], Phone(number)));
        await api.PostAsync(path, new { }, idempotencyKey: lead);
        await api.PostAsync(path, new { }, idempotencyKey: lead);
        // Where it stands now there is no such action.
        await api.PostAsync(path, new { });
        await api.GetAsync($"/v1/contact-checks?leadId={lead}&channel=call");
    }

    static Task ImportAsync(Api api, int number) => number % 20 != 0
        ? Task.CompletedTask
        : api.PostTextAsync("/v1/dnc/entries/import", $"phone,channels,reason\n{Phone(number)},call,asked\nnobody,call,asked\n", "text/csv");

    async Task RepeatAsync(Func<Api, int, Task> doAsync)
    {
        using var ticks = new PeriodicTimer(Pace);
        while (!_ending.IsCancellationRequested)
        {
            var number = Interlocked.Increment(ref _number);
            try
            {
                await doAsync(_nodes.Apis[number % _nodes.Apis.Length], number);
            }
            catch (HttpRequestException)
            {
                // That node is gone.
            }
            await ticks.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    /// <summary>A dialer that follows the list.</summary>
    async Task ListenAsync()
    {
        var http = _nodes.Apis[0].Http;
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/dnc/events");
        request.Headers.Authorization = new("Bearer", NodesOnPostgres.Key);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _ending.Token);
            using var events = new StreamReader(await response.Content.ReadAsStreamAsync(_ending.Token));
            while (await events.ReadLineAsync(_ending.Token) is not null)
            {
                // Read, and no more.
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException)
        {
            // With the load, or with its node.
        }
    }

    static string Phone(int number) => string.Create(CultureInfo.InvariantCulture, $"+1202{5_550_000 + number}");
}
