using DncActors.ClusterTests.Crash;
using DncActors.ClusterTests.Http;

namespace DncActors.ClusterTests.Faults;

/// <summary>
/// Right behind each acknowledgement, one of its contact points is checked on every node: that is where a wrong "allowed" is likeliest. Many wait at once
/// where a node stands still, to be answered by it when it goes on.
/// </summary>
public sealed class HotChecks : IAsyncDisposable
{
    const int MostAtOnce = 200;

    readonly CrashWorkload workload;
    readonly FaultLog log;
    readonly (Api Api, SemaphoreSlim Free)[] nodes;
    int turn;

    public HotChecks(FaultCluster cluster, CrashWorkload workload, History history, FaultLog log)
    {
        (this.workload, this.log) = (workload, log);
        nodes = [.. cluster.All.Select(node => (node.Api, new SemaphoreSlim(MostAtOnce)))];
        history.OnAcknowledged += Check;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, free) in nodes)
        {
            for (var i = 0; i < MostAtOnce; i++) await free.WaitAsync();
            free.Dispose();
        }
    }

    void Check(IReadOnlyList<string> points)
    {
        foreach (var (api, free) in nodes)
        {
            if (free.Wait(0)) _ = CheckAsync(api, free, points[(int)((uint)Interlocked.Increment(ref turn) % points.Count)]);
        }
    }

    async Task CheckAsync(Api api, SemaphoreSlim free, string point)
    {
        try
        {
            await workload.CheckAsync(api, point);
        }
        catch (Exception fault)
        {
            if (!FaultLoad.IsOfConnection(fault)) log.Find(fault.Message);
        }
        finally
        {
            free.Release();
        }
    }
}
