using System.Diagnostics;
using DncActors.Contracts.Nodes;
using DncActors.Domain.Leases;
using DncActors.Domain.Ledger;
using DncActors.Grains.Following;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DncActors.Grains.Leases;

/// <summary>Does what <see cref="NodeLease"/> says: on the database, with the follower, and with the pushes of other nodes.</summary>
sealed partial class LeaseKeeper(
    NodeLease lease,
    LeaseRules rules,
    ThisProcess process,
    ILeaseStore store,
    ILogIdentity log,
    Follower follower,
    IHostApplicationLifetime host,
    TimeProvider time,
    LeaseInstruments instruments,
    ILogger<LeaseKeeper> logger) : BackgroundService, INodeLease, INodeReadiness
{
    /// <summary>Beside what wakes the keeper: how often it looks at the clocks.</summary>
    static readonly TimeSpan _lookEvery = TimeSpan.FromMilliseconds(50);

    static readonly TimeSpan _longestGivingBack = TimeSpan.FromSeconds(2);

    readonly Lock _gate = new();
    readonly Signal _changed = new();

    public string? WhyNot =>
        follower.WhyNot
        ?? (Test().Holds ? null
        : lease.Epoch == 0 ? "The node holds no lease."
        : lease.Ready ? "The node's lease has run out and could not be renewed."
        : "The node has a lease and reads the log up to its head.");

    public LeaseTest Test() => lease.Test(Moment.Of(time));

    public LeaseView Describe() => new(Test().Holds, lease.Left(Moment.Of(time)), lease.Epoch is var epoch and not 0 ? epoch : null);

    /// <summary>The log is another than the one that this node started on, or was put back: nothing here says anything of it.</summary>
    public bool LogIsLost => lease.LogIsLost || log.IsAnother;

    /// <summary>Answers a push that was sent to the process, or asks how far it is; null where this is another.</summary>
    public async Task<PushAnswer?> AnswerAsync(string node, long epoch, CommittedBatch batch)
    {
        if (node != process.Node) return null;
        // One of the two has not seen yet that the log is another: what this sequence stands for there is not what it stands for here. Whoever asks waits
        // until this node's lease is over.
        if (batch.Log is { } sent && sent != log.Started) return null;
        follower.HandOver(GrainsMutant.LosesPushes ? GrainsMutant.WithoutBlocks(batch) : batch);
        var answer = Answer(epoch, batch.UpTo);
        if (answer.IsOver || answer.Passed >= batch.UpTo) return answer;
        // Something is missing before it. The lease may end while that is read: what counts is what is so afterwards.
        using var limit = new CancellationTokenSource(rules.PushPatience, time);
        await follower.WaitUntilAppliedAsync(batch.UpTo, limit.Token).AsTask().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return Answer(epoch, batch.UpTo);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        instruments.Watch(() => lease.Left(Moment.Of(time)), rules.Length);
        using var timer = new PeriodicTimer(_lookEvery, time);
        try
        {
            do Go();
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await GiveBackAsync();
        }
    }

    PushAnswer Answer(long epoch, long upTo)
    {
        PushAnswer answer;
        lock (_gate) answer = lease.Answer(epoch, upTo, follower.Applied);
        Go();
        return answer;
    }

    /// <summary>Does what is to be done now, and begins what takes time.</summary>
    void Go()
    {
        List<LeaseStep> steps = [];
        bool isLost;
        lock (_gate)
        {
            if (log.IsAnother) lease.LoseLog();
            if (follower.Ready) lease.Loaded();
            while (lease.Next(Moment.Of(time), follower.Applied) is { } step) steps.Add(step);
            isLost = lease.LogIsLost;
        }
        if (isLost) EndProcess();
        foreach (var step in steps) _ = DoAsync(step);
    }

    async Task DoAsync(LeaseStep step)
    {
        // Begun by a push perhaps, and it begins the next: the trace of that push must not go on for ever.
        Activity.Current = null;
        using var limit = new CancellationTokenSource(rules.Length, time);
        try
        {
            switch (step.Kind)
            {
                case LeaseStepKind.Take:
                    var epoch = await store.TakeAsync(process.Node, process.Address, 0, limit.Token);
                    lock (_gate) lease.Took(step, Moment.Of(time), epoch);
                    LogTaken(logger, epoch);
                    break;
                case LeaseStepKind.ReadHead:
                    await ReadHeadAsync(step, limit.Token);
                    break;
                case LeaseStepKind.Renew:
                    await RenewAsync(step, limit.Token);
                    break;
                default:
                    await store.DeleteAsync(process.Node, step.Epoch, limit.Token);
                    lock (_gate) lease.Deleted(step);
                    break;
            }
        }
#pragma warning disable CA1031 // Whatever it was, nobody knows whether the step was done: the machine decides what comes of that.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogFault(logger, fault, step.Kind, step.Epoch);
            lock (_gate) lease.Failed(step, Moment.Of(time));
            _changed.Pulse();
            return;
        }
        Go();
        _changed.Pulse();
    }

    async Task ReadHeadAsync(LeaseStep step, CancellationToken cancellation)
    {
        var (found, head) = await log.ReadHeadAsync(cancellation);
        lock (_gate)
        {
            if (found != log.Started) lease.LoseLog();
            lease.HeadIs(step, head);
        }
        if (LogIsLost) return;
        if (head > follower.Applied) await follower.WaitUntilAppliedAsync(head, cancellation);
    }

    async Task RenewAsync(LeaseStep step, CancellationToken cancellation)
    {
        var databaseTime = await store.RenewAsync(process.Node, step.Epoch, step.Applied, cancellation);
        Moment answered;
        lock (_gate)
        {
            answered = Moment.Of(time);
            if (databaseTime is { } now) lease.Renewed(step, answered, now);
            else lease.Refused(step);
        }
        if (databaseTime is { } said)
        {
            instruments.ClockIsAhead(ClockSkewRules.Ahead(step.At, answered, said));
            return;
        }
        instruments.Lost();
        LogLost(logger, step.Epoch);
    }

    /// <summary>Nothing is answered from here on; others need not wait this node out when its row is gone.</summary>
    async Task GiveBackAsync()
    {
        lock (_gate) lease.Stop();
        using var limit = new CancellationTokenSource(_longestGivingBack, time);
        while (!limit.IsCancellationRequested)
        {
            var changed = _changed.Next;
            Go();
            lock (_gate)
            {
                if (lease.IsGivenBack) return;
            }
            await changed.WaitAsync(_lookEvery, time, limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>
    /// Leads, documents and positions of a log that is no more are everywhere in this process; and an index that is emptied under a check would allow. A new
    /// start has none of it.
    /// </summary>
    void EndProcess()
    {
        if (host.ApplicationStopping.IsCancellationRequested) return;
        LogLogLost(logger);
        host.StopApplication();
    }
}
