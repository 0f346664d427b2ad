using System.Diagnostics;
using System.Net;
using DncActors.ClusterTests.Crash;
using DncActors.ClusterTests.Http;

namespace DncActors.ClusterTests.Faults;

/// <summary>When everything is mended and quiet: everything is whole, known to every node, and told.</summary>
public sealed class FaultAftermath(FaultCluster cluster, CrashWorkload workload, CrashAftermath aftermath, EntryClients entries, History history, FaultLog log)
{
    const int BatchSize = 2_000;
    static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public async Task LookAsync(IReadOnlyList<GroupListener> listeners)
    {
        using var api = cluster[0].Api.Patient();
        log.Say("quiet: what is in doubt is looked at");
        await FindAsync(() => aftermath.SettleAsync(api));
        await FindAsync(() => entries.SettleAsync(api));
        log.Say("what was acknowledged is looked at");
        await FindAsync(() => aftermath.SweepAsync(api));
        log.Say("what every node knows, and who was told");
        foreach (var node in cluster.All) await FindAsync(() => KnowsAsync(node));
        foreach (var listener in listeners) await FindAsync(() => WasToldAsync(listener));
    }

    /// <summary>What lasts is blocked on every node, what was taken off is not.</summary>
    async Task KnowsAsync(FaultNode node)
    {
        var unblocked = history.Unblockings.Select(u => u.Point).ToHashSet();
        var lasting = history.Acknowledgements.Where(a => a.OverAt is null && a.Point[0] == '+').Select(a => a.Point).Distinct()
            .Where(point => !unblocked.Contains(point));
        foreach (var chunk in lasting.Chunk(BatchSize)) Assert.Equal((node.Name, chunk.Length), (node.Name, await CountBlockedAsync(node.Api, chunk)));
        foreach (var chunk in entries.Free.Chunk(BatchSize)) Assert.Equal((node.Name, 0), (node.Name, await CountBlockedAsync(node.Api, chunk)));
    }

    static async Task<int> CountBlockedAsync(Api api, string[] phones) =>
        (await api.PostAsync("/v1/contact-checks/batch", new { channel = "call", phones })).Expect(HttpStatusCode.OK)["blocked"].GetInt32();

    async Task WasToldAsync(GroupListener listener)
    {
        var since = Stopwatch.GetTimestamp();
        using var ticks = new PeriodicTimer(LookEvery);
        while (listener.Told.Count < workload.Executed.Count && Stopwatch.GetElapsedTime(since) < Patience) await ticks.WaitForNextTickAsync();
        var missing = workload.Executed.Keys.Select(CrashWorld.LeadId).Where(lead => listener.Told.GetValueOrDefault(lead) != 1).ToArray();
        Assert.True(missing.Length == 0, $"{missing.Length} executions were not told once: {string.Join(", ", missing.Take(5))}");
    }

    async Task FindAsync(Func<Task> look)
    {
        try
        {
            await look();
        }
        catch (Exception fault)
        {
            log.Find(fault.Message);
        }
    }
}
