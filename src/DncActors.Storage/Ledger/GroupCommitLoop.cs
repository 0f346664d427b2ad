using System.Diagnostics;
using DncActors.Domain.Ledger;
using Microsoft.Extensions.Logging;

namespace DncActors.Storage.Ledger;

/// <summary>The one thread that writes: takes what waits, writes it as one transaction, shows it to the subscriber, and only then answers.</summary>
internal sealed partial class GroupCommitLoop(WriteQueue queue, LedgerInstruments instruments, ILogger logger)
{
    readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    Action<CommittedBatch>? _subscriber;
    IGroupWriter _writer = null!;
    bool _broken;

    /// <summary>Done when the queue was closed and everything in it is answered.</summary>
    public Task Ended => _ended.Task;

    public void Subscribe(Action<CommittedBatch> onCommitted)
    {
        if (Interlocked.CompareExchange(ref _subscriber, onCommitted, null) is not null)
            throw new InvalidOperationException("Somebody subscribed to the ledger before; there is one subscriber.");
    }

    /// <summary>Begins to write; what was queued before waits until then. The writer is this thread's own from here on, and let go of at the end.</summary>
    public void Start(IGroupWriter writer)
    {
        _writer = writer;
        new Thread(Run) { Name = "dnc-writer", IsBackground = true }.Start();
    }

    void Run()
    {
        var group = new List<PendingWrite>(WriteQueue.MaxGroup);
        while (queue.Take(group)) Write(group);
        _writer.Dispose();
        _ended.TrySetResult();
    }

    void Write(List<PendingWrite> group)
    {
        try
        {
            Mend();
            var began = Stopwatch.GetTimestamp();
            // The applying here and the pushes to the others are within it.
            using var span = LedgerSpans.Group(group);
            var batch = _writer.Write(group, LedgerMutant.BeforeCommit(group, Publish));
            instruments.Wrote(group.Count, Stopwatch.GetElapsedTime(began));
            Publish(batch);
            foreach (var write in group) write.Complete();
        }
        catch (GroupFaultException fault) when (fault.OfTheRows)
        {
            Part(group, fault);
        }
#pragma warning disable CA1031 // Whatever it is, whoever waits must be told that nobody knows, and the thread must live on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _broken = true;
            instruments.InDoubt();
            LogInDoubt(logger, group.Count, fault);
            var unavailable = new LedgerUnavailableException("The ledger could not say whether it was written; the same commit may be submitted again.", fault);
            foreach (var write in group) write.Fail(unavailable);
        }
    }

    /// <summary>One of them cannot be written: in halves, so that it fails alone and soon.</summary>
    void Part(List<PendingWrite> group, GroupFaultException fault)
    {
        if (group.Count == 1)
        {
            instruments.Refused();
            LogRefused(logger, fault);
            group[0].Fail(new InvalidOperationException($"The database refuses this commit, and would again: {fault.Message}", fault));
            return;
        }
        instruments.Parted();
        LogParted(logger, group.Count, fault.Message);
        var half = group.Count / 2;
        Write(group[..half]);
        Write(group[half..]);
    }

    void Mend()
    {
        if (!_broken) return;
        _writer.Reopen();
        _broken = false;
    }

    void Publish(CommittedBatch? batch)
    {
        if (batch is not null) _subscriber?.Invoke(batch);
    }

    [LoggerMessage(101, LogLevel.Error, "A group of {Count} writes is in doubt; the connection is made anew")]
    private static partial void LogInDoubt(ILogger logger, int count, Exception fault);

    [LoggerMessage(102, LogLevel.Error, "The database refuses a commit")]
    private static partial void LogRefused(ILogger logger, Exception fault);

    [LoggerMessage(103, LogLevel.Warning, "A group of {Count} writes has one that cannot be written and is tried in halves: {Reason}")]
    private static partial void LogParted(ILogger logger, int count, string reason);
}
