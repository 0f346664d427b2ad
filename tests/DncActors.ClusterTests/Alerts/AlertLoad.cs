using System.Globalization;
using DncActors.ClusterTests.Faults;
using DncActors.ClusterTests.Http;
using DncActors.ClusterTests.Story;

namespace DncActors.ClusterTests.Alerts;

/// <summary>A little of what callers do, at each node for itself, whether it is answered or not.</summary>
public sealed class AlertLoad : IAsyncDisposable
{
    static readonly TimeSpan CheckPace = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan ChangePace = TimeSpan.FromMilliseconds(300);

    readonly StoryWorld world;
    readonly CancellationTokenSource ending = new();
    readonly Task all;
    volatile bool checks = true;
    int number;

    AlertLoad(StoryWorld world, IEnumerable<Api> apis)
    {
        this.world = world;
        all = Task.WhenAll(apis.SelectMany(api => new[] { RepeatAsync(api, CheckPace, CheckAsync), RepeatAsync(api, ChangePace, ExecuteAsync) }));
    }

    /// <summary>Whether anybody checks anything.</summary>
    public bool Checks
    {
        get => checks;
        set => checks = value;
    }

    public static async Task<AlertLoad> StartAsync(IReadOnlyList<Api> apis) => new(await StoryWorld.MakeAsync(apis[0]), apis);

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await all;
        ending.Dispose();
    }

    async Task CheckAsync(Api api)
    {
        if (Checks) await api.GetAsync($"/v1/contact-checks?phone={Uri.EscapeDataString(Phone(Volatile.Read(ref number)))}&channel=call");
    }

    async Task ExecuteAsync(Api api)
    {
        var next = Interlocked.Increment(ref number);
        var lead = $"L-{next}";
        await api.PostAsync("/v1/leads", world.Lead(lead, world.New, ["east"], Phone(next)));
        await api.PostAsync($"/v1/leads/{lead}/actions/{world.DeadAction}/executions", new { }, idempotencyKey: lead);
    }

    async Task RepeatAsync(Api api, TimeSpan pace, Func<Api, Task> stepAsync)
    {
        using var ticks = new PeriodicTimer(pace);
        while (!ending.IsCancellationRequested)
        {
            try
            {
                await stepAsync(api);
            }
            catch (Exception fault) when (FaultLoad.IsOfConnection(fault))
            {
                // That node is gone, or stands still.
            }
            await ticks.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    static string Phone(int number) => string.Create(CultureInfo.InvariantCulture, $"+1202{5_550_000 + number}");
}
