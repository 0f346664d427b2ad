using System.Diagnostics;
using DncActors.Domain.Ledger;
using Microsoft.Extensions.Logging;

namespace DncActors.Storage.Ledger;

/// <summary>
/// The one thread that shows to the subscriber what was written, group after group, and answers it. The writer writes the next group meanwhile: what a chunk
/// of an import blocks takes the node's index as long as a tenth of the writing.
/// </summary>
internal sealed partial class GroupPublisher(LedgerInstruments instruments, ILogger logger)
{
    readonly object _gate = new();
    readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    Action<CommittedBatch>? _subscriber;
    WrittenGroup? _next;
    bool _closed;

    /// <summary>Done when everything was shown and answered, after <see cref="Close"/>.</summary>
    public Task Ended => _ended.Task;

    public void Subscribe(Action<CommittedBatch> onCommitted)
    {
        if (Interlocked.CompareExchange(ref _subscriber, onCommitted, null) is not null)
            throw new InvalidOperationException("Somebody subscribed to the ledger before; there is one subscriber.");
    }

    public void Start() => new Thread(Run) { Name = "dnc-publisher", IsBackground = true }.Start();

    /// <summary>To be shown and answered behind the one before; waits until that is begun, for what is durable is not to be long unknown.</summary>
    public void Add(WrittenGroup group)
    {
        lock (_gate)
        {
            while (_next is not null) Monitor.Wait(_gate);
            _next = group;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Nothing more comes.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Shows it now, on the caller's thread.</summary>
    public void Show(CommittedBatch? batch)
    {
        if (batch is not null) _subscriber?.Invoke(batch);
    }

    void Run()
    {
        while (Take() is { } group) Publish(group);
        _ended.TrySetResult();
    }

    /// <summary>Null where nothing more comes.</summary>
    WrittenGroup? Take()
    {
        lock (_gate)
        {
            while (_next is null && !_closed) Monitor.Wait(_gate);
            var group = _next;
            _next = null;
            Monitor.PulseAll(_gate);
            return group;
        }
    }

    void Publish(WrittenGroup group)
    {
        try
        {
            using var span = group.Span;
            Activity.Current = span;
            Show(group.Batch);
            foreach (var write in group.Writes) write.Complete();
        }
#pragma warning disable CA1031 // Whatever it is, whoever waits must be told that nobody knows, and the thread must live on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            instruments.InDoubt();
            LogNotShown(logger, group.Writes.Length, fault);
            var unavailable = new LedgerUnavailableException("It was written, and this node could not take it in; submit the same commit again.", fault);
            foreach (var write in group.Writes) write.Fail(unavailable);
        }
    }

    [LoggerMessage(104, LogLevel.Error, "A group of {Count} writes is durable, and this node could not take it in")]
    private static partial void LogNotShown(ILogger logger, int count, Exception fault);
}
