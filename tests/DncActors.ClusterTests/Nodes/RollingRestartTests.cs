using System.Collections.Concurrent;
using System.Globalization;
using System.Net;

namespace DncActors.ClusterTests.Nodes;

/// <summary>Three real nodes behind somebody who asks those only that say they are ready, as a load balancer does.</summary>
public sealed class RollingRestartTests
{
    const int Workers = 4;

    static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task Each_node_is_replaced_in_turn_and_no_request_fails()
    {
        await using var nodes = await NodesOnPostgres.StartAsync(3);
        var ready = new ConcurrentDictionary<int, bool>(Enumerable.Range(0, 3).ToDictionary(n => n, _ => true));
        var failed = new ConcurrentQueue<string>();
        var asked = 0;
        using var done = new CancellationTokenSource();
        var traffic = Enumerable.Range(0, Workers).Select(WorkAsync).Append(LookAsync()).ToArray();

        for (var n = 0; n < nodes.Hosts.Length; n++)
        {
            Assert.Equal(0, await nodes.Hosts[n].StopAsync());
            await nodes.Hosts[n].StartAgainAsync();
        }
        await done.CancelAsync();
        await Task.WhenAll(traffic);

        Assert.True(failed.IsEmpty, string.Join('\n', failed));
        Assert.True(asked > 100, $"{asked} requests prove nothing.");

        async Task LookAsync()
        {
            using var ticks = new PeriodicTimer(BetweenLooks);
            while (!done.IsCancellationRequested)
            {
                for (var n = 0; n < nodes.Hosts.Length; n++) ready[n] = await nodes.Hosts[n].StatusAsync("/readyz") == HttpStatusCode.OK;
                await ticks.WaitForNextTickAsync(CancellationToken.None);
            }
        }

        async Task WorkAsync(int worker)
        {
            for (var i = 0; !done.IsCancellationRequested; i++)
            {
                var number = Interlocked.Increment(ref asked);
                var node = Enumerable.Range(0, 3).Select(k => (i + worker + k) % 3).First(n => ready[n]);
                var phone = string.Create(CultureInfo.InvariantCulture, $"+1202{5_550_000 + number}");
                try
                {
                    var added = await nodes.Apis[node].PostAsync("/v1/dnc/entries", new { phone, channels = new[] { "call" }, reason = "asked" });
                    if (added.Status != HttpStatusCode.Created) failed.Enqueue($"node {node}: {added.Text}");
                }
                catch (HttpRequestException fault)
                {
                    failed.Enqueue($"node {node}: {fault.Message}");
                }
            }
        }
    }
}
