using DncActors.TestServers;
using DncActors.ClusterTests.Crash;

namespace DncActors.ClusterTests.Faults;

/// <summary>Makes things go wrong, and right again.</summary>
public sealed class FaultInjector(FaultCluster cluster, FaultLog log)
{
    static readonly TimeSpan AnHour = TimeSpan.FromHours(1);

    /// <summary>The last node's clock is an hour ahead all the time.</summary>
    public static TimeSpan UsualClock(int node) => node == 2 ? AnHour : TimeSpan.Zero;

    /// <summary>All of a round, each when and as long as it is said; done when all is as it was.</summary>
    public Task RunAsync(IEnumerable<Fault> round, Task load) => Task.WhenAll(round.Select(fault => RunAsync(fault, load)));

    async Task RunAsync(Fault fault, Task load)
    {
        await Moment.PassAsync(fault.After, load);
        log.Say($"begins: {fault}");
        await BeginAsync(fault);
        await Moment.PassAsync(fault.Length, load);
        await EndAsync(fault);
        log.Say($"over:   {fault}");
    }

    async Task BeginAsync(Fault fault)
    {
        switch (fault.Kind)
        {
            case FaultKind.KillNode:
                await cluster[fault.Node].KillAsync();
                break;
            case FaultKind.PauseNode:
                await cluster[fault.Node].SignalAsync("STOP");
                break;
            case FaultKind.SetClock:
                log.ClocksAreWrong = true;
                cluster[fault.Node].SetClock(UsualClock(fault.Node) + fault.ClockBy);
                break;
            case FaultKind.KillDatabase:
                await cluster.Server.KillAsync();
                break;
            case FaultKind.PauseDatabase:
                await cluster.Server.PauseAsync();
                break;
            case FaultKind.FillDisk:
                await cluster.Server.Disk!.FillAsync();
                break;
            default:
                Cut(fault);
                break;
        }
    }

    async Task EndAsync(Fault fault)
    {
        switch (fault.Kind)
        {
            case FaultKind.KillNode:
                cluster[fault.Node].Revive();
                break;
            case FaultKind.PauseNode:
                await cluster[fault.Node].SignalAsync("CONT");
                break;
            case FaultKind.SetClock:
                cluster[fault.Node].SetClock(UsualClock(fault.Node));
                break;
            case FaultKind.KillDatabase:
                await cluster.Server.StartAgainAsync();
                break;
            case FaultKind.PauseDatabase:
                await cluster.Server.ResumeAsync();
                break;
            case FaultKind.FillDisk:
                await cluster.Server.Disk!.FreeAsync();
                // Without room for its log PostgreSQL ends; then it is for an administrator to start it again.
                await cluster.Server.ReviveAsync();
                break;
            default:
                Mend(fault);
                break;
        }
    }

    void Cut(Fault fault)
    {
        var node = cluster[fault.Node];
        switch (fault.Kind)
        {
            case FaultKind.PeersDoNotHear or FaultKind.PeersAreNotHeard:
                foreach (var other in cluster.All.Where(other => other != node))
                {
                    if (fault.Kind == FaultKind.PeersDoNotHear) cluster.SetBetween(node, other, WireState.Held);
                    else cluster.SetBetween(other, node, WireState.Held);
                }
                break;
            case FaultKind.DatabaseDoesNotHear:
                node.Database.Set(WireWay.There, WireState.Held);
                break;
            case FaultKind.DatabaseIsNotHeard:
                node.Database.Set(WireWay.Back, WireState.Held);
                break;
            case FaultKind.CutBehindCommit:
                node.Database.Set(WireWay.Back, WireState.Lost);
                break;
        }
        if (fault.Kind is FaultKind.CutFromDatabase or FaultKind.CutFromBoth)
        {
            node.Database.Set(WireWay.There, WireState.Held);
            node.Database.Set(WireWay.Back, WireState.Held);
            if (fault.Resets) node.Database.Cut();
        }
        if (fault.Kind is FaultKind.CutFromPeers or FaultKind.CutFromBoth) CutFromPeers(node, fault.Resets);
    }

    void CutFromPeers(FaultNode node, bool resets)
    {
        foreach (var other in cluster.All.Where(other => other != node))
        {
            cluster.SetBetween(node, other, WireState.Held);
            cluster.SetBetween(other, node, WireState.Held);
            if (!resets) continue;
            node.Peers.Cut(other.Name);
            other.Peers.Cut(node.Name);
        }
    }

    void Mend(Fault fault)
    {
        var node = cluster[fault.Node];
        // What stood still is broken by then, or goes on with what was sent meanwhile: either happens.
        if (fault.Resets || fault.Kind == FaultKind.CutBehindCommit)
        {
            node.Database.Reset("");
            foreach (var other in cluster.All.Where(other => other != node)) FaultCluster.Reset(node, other);
        }
        node.Database.Mend();
        foreach (var other in cluster.All.Where(other => other != node))
        {
            node.Peers.Mend(other.Name);
            other.Peers.Mend(node.Name);
        }
    }
}
