using System.Diagnostics;
using DncActors.Domain.Ledger;
using Microsoft.Extensions.Logging;

namespace DncActors.Storage.Ledger;

/// <summary>
/// The threads that write, each with a writer of its own: one takes what waits, writes it as one transaction, shows it to the subscriber, and only then
/// answers. Where the engine orders transactions by itself a second makes a chunk of an import ready and hands it over while another group is written, so
/// that the database goes from one to the next without waiting for this process. The subscriber is shown groups in the order in which they were taken.
/// </summary>
internal sealed partial class GroupCommitLoop(WriteQueue queue, LedgerInstruments instruments, ILogger logger)
{
    readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly object _turns = new();
    Action<CommittedBatch>? _subscriber;
    int _running;
    long _turn;

    /// <summary>Done when the queue was closed and everything in it is answered.</summary>
    public Task Ended => _ended.Task;

    public void Subscribe(Action<CommittedBatch> onCommitted)
    {
        if (Interlocked.CompareExchange(ref _subscriber, onCommitted, null) is not null)
            throw new InvalidOperationException("Somebody subscribed to the ledger before; there is one subscriber.");
    }

    /// <summary>Begins to write; what was queued before waits until then. The writers are the threads' own from here on, and let go of at the end.</summary>
    public void Start(params IReadOnlyList<IGroupWriter> writers)
    {
        _running = writers.Count;
        foreach (var writer in writers) new Thread(() => Run(new Hand(writer))) { Name = "dnc-writer", IsBackground = true }.Start();
    }

    void Run(Hand hand)
    {
        var group = new List<PendingWrite>(WriteQueue.MaxGroup);
        while (queue.Take(group, out var turn))
        {
            (hand.Turn, hand.Taken) = (turn, group.Count);
            Write(hand, group);
            LetNextGo(hand);
            AwaitTurn(turn);
            EndTurn();
        }
        hand.Writer.Dispose();
        if (Interlocked.Decrement(ref _running) == 0) _ended.TrySetResult();
    }

    void Write(Hand hand, List<PendingWrite> group)
    {
        try
        {
            hand.Mend();
            var began = Stopwatch.GetTimestamp();
            // The applying here and the pushes to the others are within it.
            using var span = LedgerSpans.Group(group);
            var batch = hand.Writer.Write(group, LedgerMutant.BeforeCommit(group, Publish));
            instruments.Wrote(group.Count, Stopwatch.GetElapsedTime(began));
            if (group.Count == hand.Taken) LetNextGo(hand);
            AwaitTurn(hand.Turn);
            Publish(batch);
            foreach (var write in group) write.Complete();
        }
        catch (GroupFaultException fault) when (fault.OfTheRows)
        {
            Part(hand, group, fault);
        }
#pragma warning disable CA1031 // Whatever it is, whoever waits must be told that nobody knows, and the thread must live on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            hand.IsBroken = true;
            instruments.InDoubt();
            LogInDoubt(logger, group.Count, fault);
            var unavailable = new LedgerUnavailableException("The ledger could not say whether it was written; the same commit may be submitted again.", fault);
            foreach (var write in group) write.Fail(unavailable);
        }
    }

    /// <summary>One of them cannot be written: in halves, so that it fails alone and soon.</summary>
    void Part(Hand hand, List<PendingWrite> group, GroupFaultException fault)
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
        Write(hand, group[..half]);
        Write(hand, group[half..]);
    }

    void LetNextGo(Hand hand)
    {
        if (hand.Taken > 0) queue.Written();
        hand.Taken = 0;
    }

    void AwaitTurn(long turn)
    {
        lock (_turns)
        {
            while (_turn != turn) Monitor.Wait(_turns);
        }
    }

    void EndTurn()
    {
        lock (_turns)
        {
            _turn++;
            Monitor.PulseAll(_turns);
        }
    }

    void Publish(CommittedBatch? batch)
    {
        if (batch is not null) _subscriber?.Invoke(batch);
    }

    /// <summary>What one of the threads has in hand.</summary>
    sealed class Hand(IGroupWriter writer)
    {
        internal IGroupWriter Writer => writer;

        internal bool IsBroken { get; set; }

        /// <summary>Of the group that is being written.</summary>
        internal long Turn { get; set; }

        /// <summary>How many were taken and keep the next group waiting.</summary>
        internal int Taken { get; set; }

        internal void Mend()
        {
            if (!IsBroken) return;
            writer.Reopen();
            IsBroken = false;
        }
    }

    [LoggerMessage(101, LogLevel.Error, "A group of {Count} writes is in doubt; the connection is made anew")]
    private static partial void LogInDoubt(ILogger logger, int count, Exception fault);

    [LoggerMessage(102, LogLevel.Error, "The database refuses a commit")]
    private static partial void LogRefused(ILogger logger, Exception fault);

    [LoggerMessage(103, LogLevel.Warning, "A group of {Count} writes has one that cannot be written and is tried in halves: {Reason}")]
    private static partial void LogParted(ILogger logger, int count, string reason);
}
