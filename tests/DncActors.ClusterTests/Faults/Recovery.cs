using System.Diagnostics;
using System.Net;
using DncActors.ClusterTests.Crash;
using DncActors.ClusterTests.Http;

namespace DncActors.ClusterTests.Faults;

/// <summary>Waits until every node does everything again: is ready, allows what nobody has blocked, and acknowledges a block.</summary>
public sealed class Recovery(FaultCluster cluster, EntryClients entries, FaultLog log)
{
    /// <summary>Nobody's.</summary>
    const string NeverBlocked = "/v1/contact-checks?phone=%2B16065550100&channel=call";

    /// <summary>Of each node the last process that it was, where its peers take that for alive.</summary>
    const string Members =
        """
        select count(*) from (select distinct on (address, port) status from orleansmembership order by address, port, generation desc) newest
        where status = 3
        """;

    /// <summary>What is promised is a quarter of it; a busy machine is no stuck node.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    /// <summary>How long it took since all was mended; null where a node is stuck.</summary>
    public async Task<TimeSpan?> WaitAsync(Task load)
    {
        var since = Stopwatch.GetTimestamp();
        foreach (var node in cluster.All)
        {
            var why = "it was not asked";
            while (true)
            {
                if ((why = await WhyNotAsync(node.Api)) is null) break;
                if (Stopwatch.GetElapsedTime(since) > Patience)
                {
                    log.Find($"{node.Name} does not answer {Patience} after everything was mended: {why}\n{node.LastWords}");
                    return null;
                }
                await Moment.PassAsync(LookEvery, load);
            }
        }
        return Stopwatch.GetElapsedTime(since);
    }

    /// <summary>
    /// Waits until no process is left that its peers took for dead, while it was paused, and that answers until it learns so: it ends then, and another begins.
    /// Returns whether all of them answer for good.
    /// </summary>
    public async Task<bool> StayAsync(Task load)
    {
        var since = Stopwatch.GetTimestamp();
        while (await cluster.Database.CountAsync(Members) != cluster.All.Count)
        {
            if (Stopwatch.GetElapsedTime(since) > Patience)
            {
                log.Find($"not every node is a member {Patience} after everything was mended");
                return false;
            }
            await Moment.PassAsync(LookEvery, load);
        }
        return await WaitAsync(load) is not null;
    }

    async Task<string?> WhyNotAsync(Api api)
    {
        try
        {
            var ready = await api.GetAsync("/readyz");
            if (ready.Status != HttpStatusCode.OK) return ready.Text;
            var check = await api.GetAsync(NeverBlocked);
            if (check.Status != HttpStatusCode.OK) return check.Text;
            if (!check["allowed"].GetBoolean()) return "what nobody has blocked is not allowed";
            return await entries.AddAsync(api) ? null : "an entry was not acknowledged";
        }
        catch (Exception fault) when (FaultLoad.IsOfConnection(fault))
        {
            return fault.Message;
        }
    }
}
