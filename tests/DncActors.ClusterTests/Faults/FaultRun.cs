using System.Diagnostics;
using DncActors.ClusterTests.Crash;

namespace DncActors.ClusterTests.Faults;

/// <summary>A cluster under load, faults one round after the other, and what is found to be wrong.</summary>
public sealed class FaultRun : IAsyncDisposable
{
    const string Group = "fault-desk";
    const int LeadsOfASecond = 45;

    readonly FaultOptions options;
    readonly FaultLog log;
    readonly FaultCluster cluster;
    readonly History history = new();
    readonly List<TimeSpan> recoveries = [];
    readonly CrashWorkload workload;
    readonly CrashAftermath aftermath;
    readonly EntryClients entries;
    readonly HotChecks hot;
    int faults;
    int seen;

    FaultRun(FaultOptions options, FaultLog log, FaultCluster cluster, CrashWorld world)
    {
        (this.options, this.log, this.cluster) = (options, log, cluster);
        workload = new CrashWorkload(world, history, options.Seed);
        aftermath = new CrashAftermath(world, workload);
        entries = new EntryClients(history);
        hot = new HotChecks(cluster, workload, history, log);
    }

    public static async Task<FaultResult> RunAsync(FaultOptions options)
    {
        using var log = new FaultLog(options.Name);
        log.Say($"seed {options.Seed}");
        await using var cluster = await FaultCluster.StartAsync(options.Build, log);
        foreach (var node in cluster.All) node.SetClock(FaultInjector.UsualClock(node.Index));
        var seconds = Math.Min(options.Limit.TotalSeconds, options.Faults * 10.0);
        using var maker = cluster[0].Api.Patient();
        var world = await CrashWorld.MakeAsync(maker, 2_000 + (int)(seconds * LeadsOfASecond), Group);
        await using var run = new FaultRun(options, log, cluster, world);
        var result = await run.RunAsync();
        log.Say(result.ToString());
        return result;
    }

    public ValueTask DisposeAsync() => hot.DisposeAsync();

    async Task<FaultResult> RunAsync()
    {
        using var stop = new CancellationTokenSource();
        using var quiet = new CancellationTokenSource();
        GroupListener[] listeners = [.. cluster.All.Select(node => new GroupListener(cluster, Group, node.Index, log))];
        var listening = Task.WhenAll(listeners.Select(listener => listener.RunAsync(stop.Token)));
        var load = new FaultLoad(cluster, workload, entries, history, log, options.Seed).RunAsync(quiet.Token);
        var isStuck = await GoThroughAsync(load);
        await quiet.CancelAsync();
        await load;
        if (!isStuck && !(options.EndsWithAFinding && log.Findings.Count > 0))
        {
            await new FaultAftermath(cluster, workload, aftermath, entries, history, log).LookAsync(listeners);
            Judge();
        }
        await stop.CancelAsync();
        await listening;
        return new(
            faults, workload.Executed.Count, workload.Imported.Count, entries.Blocked.Count + entries.Free.Count, history.Checks, cluster.All.Sum(n => n.Ends),
            recoveries, log.Findings);
    }

    /// <summary>Returns whether a node is stuck.</summary>
    async Task<bool> GoThroughAsync(Task load)
    {
        var since = Stopwatch.GetTimestamp();
        var kinds = options.Kinds.Where(kind => kind != FaultKind.FillDisk || cluster.Server.Disk is not null).ToArray();
        if (kinds.Length < options.Kinds.Count) log.Say("no disk can be filled: these tests may not mount one");
        var plan = new FaultPlan(options.Seed, cluster.All.Count, kinds);
        var (injector, recovery) = (new FaultInjector(cluster, log), new Recovery(cluster, entries, log));
        while (faults < options.Faults && Stopwatch.GetElapsedTime(since) < options.Limit)
        {
            var round = options.Always.IsEmpty ? plan.NextRound() : options.Always;
            faults += round.Length;
            await injector.RunAsync(round, load);
            if (await recovery.WaitAsync(load) is not { } took) return true;
            recoveries.Add(took);
            log.ClocksAreWrong = false;
            log.Say($"answers again after {took.TotalSeconds:F1} s; {faults} faults so far, {workload.Executed.Count} executions, {history.Checks} checks");
            Judge();
            if (options.EndsWithAFinding && log.Findings.Count > 0) return false;
        }
        return !await recovery.StayAsync(load);
    }

    /// <summary>What the history tells that was not found yet.</summary>
    void Judge()
    {
        var violations = HistoryChecker.Violations(history);
        foreach (var violation in violations.Skip(seen)) log.Find(violation);
        seen = Math.Max(seen, violations.Count);
    }
}
