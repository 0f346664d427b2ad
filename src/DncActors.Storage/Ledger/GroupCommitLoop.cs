using System.Diagnostics;
using DncActors.Domain.Ledger;
using Microsoft.Extensions.Logging;

namespace DncActors.Storage.Ledger;

/// <summary>
/// The one thread that writes: takes what waits and writes it as one transaction. What is durable is shown and answered by <see cref="GroupPublisher"/>.
/// </summary>
internal sealed partial class GroupCommitLoop(WriteQueue queue, LedgerInstruments instruments, ILogger logger)
{
    readonly GroupPublisher _publisher = new(instruments, logger);
    IGroupWriter _writer = null!;
    bool _broken;

    /// <summary>Done when the queue was closed and everything in it is answered.</summary>
    public Task Ended => _publisher.Ended;

    public void Subscribe(Action<CommittedBatch> onCommitted) => _publisher.Subscribe(onCommitted);

    /// <summary>Begins to write; what was queued before waits until then. The writer is this thread's own from here on, and let go of at the end.</summary>
    public void Start(IGroupWriter writer)
    {
        _writer = writer;
        _publisher.Start();
        new Thread(Run) { Name = "dnc-writer", IsBackground = true }.Start();
    }

    void Run()
    {
        var group = new List<PendingWrite>(WriteQueue.MaxGroup);
        while (queue.Take(group)) Write(group);
        _writer.Dispose();
        _publisher.Close();
    }

    void Write(List<PendingWrite> group)
    {
        try
        {
            Mend();
            var written = WriteWhole(group);
            foreach (var write in group) write.TellDurable();
            _publisher.Add(written);
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

    WrittenGroup WriteWhole(List<PendingWrite> group)
    {
        var began = Stopwatch.GetTimestamp();
        var span = LedgerSpans.Group(group);
        try
        {
            var batch = _writer.Write(group, LedgerMutant.BeforeCommit(group, _publisher.Show));
            instruments.Wrote(group, Stopwatch.GetElapsedTime(began));
            return new(batch, [.. group], span);
        }
        catch
        {
            span?.Dispose();
            throw;
        }
        finally
        {
            Activity.Current = null;
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

    [LoggerMessage(101, LogLevel.Error, "A group of {Count} writes is in doubt; the connection is made anew")]
    private static partial void LogInDoubt(ILogger logger, int count, Exception fault);

    [LoggerMessage(102, LogLevel.Error, "The database refuses a commit")]
    private static partial void LogRefused(ILogger logger, Exception fault);

    [LoggerMessage(103, LogLevel.Warning, "A group of {Count} writes has one that cannot be written and is tried in halves: {Reason}")]
    private static partial void LogParted(ILogger logger, int count, string reason);
}
