using System.Diagnostics;
using DncActors.TestServers.Prometheus;

namespace DncActors.ClusterTests.Telemetry;

/// <summary>Waits for what Prometheus says of alerts.</summary>
sealed class WatchedAlerts(PrometheusServer prometheus)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    public Task FireAsync(params string[] alerts) => UntilAsync(
        $"{string.Join(", ", alerts)} did not all fire", async () => !alerts.Except(await NowAsync("firing"), StringComparer.Ordinal).Any());

    public Task AreOverAsync(params string[] alerts) => UntilAsync(
        $"{string.Join(", ", alerts)} were not all over", async () => !alerts.Intersect(await NowAsync("firing|pending"), StringComparer.Ordinal).Any());

    public Task NoneIsLeftAsync() => UntilAsync("there were alerts to the end", async () => (await NowAsync("firing|pending")).Count == 0);

    public Task AsksAsync(string expression) => UntilAsync(
        $"{expression} was never so", async () => (await prometheus.QueryAsync(expression)).Any(series => series.HasData));

    async Task<IReadOnlyList<string>> NowAsync(string states) =>
        [.. (await prometheus.QueryAsync($"ALERTS{{alertstate=~\"{states}\"}}")).Select(alert => alert.Labels["alertname"]).Distinct(StringComparer.Ordinal)];

    async Task UntilAsync(string otherwise, Func<Task<bool>> isSo)
    {
        var since = Stopwatch.GetTimestamp();
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while (!await isSo())
        {
            if (Stopwatch.GetElapsedTime(since) > Patience)
                Assert.Fail($"Within {Patience} {otherwise}; there are {string.Join(", ", await NowAsync("firing|pending"))}.");
            await ticks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
