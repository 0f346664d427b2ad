using System.Diagnostics;
using DncActors.Contracts.Nodes;
using DncActors.Domain.Leases;
using DncActors.Domain.Ledger;
using DncActors.Grains.Following;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DncActors.Grains.Leases;

/// <summary>Does what <see cref="Acknowledgement"/> says: pushes what was committed here, reads the rows, waits silent nodes out.</summary>
sealed partial class ClusterAcknowledgement(
    Acknowledgement machine,
    LeaseRules rules,
    ThisProcess process,
    ILeaseStore store,
    ILogIdentity log,
    ILogDurability durability,
    IPeerPush peers,
    LeaseKeeper keeper,
    Follower follower,
    TimeProvider time,
    PeerInstruments instruments,
    ILogger<ClusterAcknowledgement> logger) : BackgroundService, IAcknowledgement
{
    static readonly TimeSpan _lookEvery = TimeSpan.FromMilliseconds(50);
    static readonly TimeSpan _slack = TimeSpan.FromSeconds(2);

    readonly Lock _gate = new();
    readonly PriorityQueue<TaskCompletionSource, long> _waiting = new();
    long _acknowledged;

    public async ValueTask UpToAsync(long sequence, CancellationToken cancellation)
    {
        await durability.UpToAsync(sequence, cancellation);
        // What this node counts by is the log of before; a sequence of the new one may seem to be known everywhere.
        if (keeper.LogIsLost) throw Lost();
        if (Volatile.Read(ref _acknowledged) >= sequence) return;
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            machine.Want(sequence);
            _waiting.Enqueue(waiting, sequence);
        }
        Go();
        try
        {
            // As long as it takes to wait a dead node out, and its answers.
            await waiting.Task.WaitAsync(rules.PushPatience + rules.WaitOut + _slack, time, cancellation);
        }
        catch (TimeoutException)
        {
            throw new LedgerUnavailableException("Not every node has applied the commit yet.");
        }
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        instruments.Watch(Awaited);
        follower.Publish(OnCommitted);
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_lookEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) Go();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    /// <summary>On the thread that shows what was committed, before anything of it is answered: the pushes are on their way while the rows are read.</summary>
    void OnCommitted(CommittedBatch batch)
    {
        IReadOnlyList<AcknowledgementStep> pushes;
        lock (_gate) pushes = machine.Publish(batch.After, batch.UpTo, Now());
        foreach (var push in pushes) _ = DoAsync(push, batch);
        Go();
    }

    AwaitedPeers Awaited()
    {
        lock (_gate) return machine.Awaited;
    }

    void Go()
    {
        if (keeper.LogIsLost)
        {
            FailAll();
            return;
        }
        List<AcknowledgementStep> steps = [];
        List<TaskCompletionSource> passed = [];
        lock (_gate)
        {
            while (machine.Next(Now()) is { } step) steps.Add(step);
            Volatile.Write(ref _acknowledged, machine.Acknowledged);
            while (_waiting.TryPeek(out var waiting, out var sequence) && sequence <= machine.Acknowledged)
            {
                passed.Add(waiting);
                _waiting.Dequeue();
            }
        }
        foreach (var waiting in passed) waiting.SetResult();
        foreach (var step in steps) _ = DoAsync(step);
    }

    /// <summary>Nobody's row is read, revoked or deleted by what this node knows of a log that is no more.</summary>
    void FailAll()
    {
        TaskCompletionSource[] waiting;
        lock (_gate)
        {
            waiting = [.. _waiting.UnorderedItems.Select(item => item.Element)];
            _waiting.Clear();
        }
        foreach (var one in waiting) one.SetException(Lost());
    }

    static LedgerUnavailableException Lost() => new("The log is another than the one this node started on, or was put back; the node starts anew.");

    /// <summary>Each begins the next, for whoever waits then: in the trace of who happened to begin the first it would go on for ever.</summary>
    async Task DoAsync(AcknowledgementStep step)
    {
        Activity.Current = null;
        await DoAsync(step, new(step.UpTo, step.UpTo, []));
    }

    async Task DoAsync(AcknowledgementStep step, CommittedBatch batch)
    {
        using var limit = new CancellationTokenSource(rules.Length, time);
        try
        {
            switch (step.Kind)
            {
                case AcknowledgementStepKind.ReadRows:
                    var rows = await store.ReadRowsAsync(limit.Token);
                    lock (_gate) machine.RowsAre(step, rows, Now());
                    break;
                case AcknowledgementStepKind.Push:
                    if (await PushAsync(step, batch) is { } answer) lock (_gate) machine.Answered(step, answer);
                    break;
                case AcknowledgementStepKind.Revoke:
                    instruments.Revoked();
                    LogSilent(logger, step.Node, step.Epoch, rules.PushPatience);
                    var found = await store.RevokeAsync(step.Node, step.Epoch, limit.Token);
                    lock (_gate) machine.Revoked(step, found, Now());
                    break;
                default:
                    await store.DeleteAsync(step.Node, step.Epoch, limit.Token);
                    instruments.WaitedOut();
                    LogWaitedOut(logger, step.Node, step.Epoch);
                    break;
            }
        }
#pragma warning disable CA1031 // Whatever it was, nobody knows whether the step was done: the machine decides what comes of that.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            if (step.Kind == AcknowledgementStepKind.Push) LogNotReached(logger, fault, step.Node, step.Epoch);
            else LogFault(logger, fault, step.Kind, step.Node, step.Epoch);
            lock (_gate) machine.Failed(step);
            return;
        }
        Go();
    }

    Task<PushAnswer?> PushAsync(AcknowledgementStep step, CommittedBatch batch) => step.Node == process.Node
        ? keeper.AnswerAsync(step.Node, step.Epoch, batch)
        : peers.PushAsync(step.Node, step.Address, step.Epoch, batch with { Log = log.Started });

    TimeSpan Now() => Moment.Of(time).Steady;
}
