using DncActors.Domain.Ledger;

namespace DncActors.Storage.Ledger;

/// <summary>
/// Where writes wait for the writer's thread. Large ones (imports) wait in a line of their own and go one at a time, each behind the group of small ones
/// that came meanwhile: an execution never waits behind more than one chunk of an import, and an import is never starved.
/// </summary>
internal sealed class WriteQueue(int capacity)
{
    public const int MaxGroup = 256;
    public const int MaxGroupBytes = 1024 * 1024;

    /// <summary>From this size on a write is a chunk of an import.</summary>
    public const int LargeBytes = 64 * 1024;

    readonly object _gate = new();
    readonly Queue<PendingWrite> _small = new();
    readonly Queue<PendingWrite> _large = new();
    bool _largeIsNext;
    bool _closed;

    /// <summary>Whether this group, as <see cref="Take"/> gave it, is a chunk of an import.</summary>
    public static bool IsChunk(IReadOnlyList<PendingWrite> group) => group is [{ Bytes: >= LargeBytes }];

    /// <summary>How many wait.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _small.Count + _large.Count;
        }
    }

    /// <exception cref="LedgerUnavailableException">The queue is full, or closed.</exception>
    public void Add(PendingWrite write)
    {
        lock (_gate)
        {
            if (_closed) throw new LedgerUnavailableException("The ledger is stopping.");
            if (_small.Count + _large.Count >= capacity) throw new LedgerUnavailableException($"{capacity} writes wait already; try again later.");
            (write.Bytes >= LargeBytes ? _large : _small).Enqueue(write);
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Nothing more comes in; what waits is still to be taken.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Fills <paramref name="group"/> with what waits, at least one; waits where nothing does. False when the queue is closed and empty.</summary>
    public bool Take(List<PendingWrite> group)
    {
        group.Clear();
        lock (_gate)
        {
            while (true)
            {
                Fill(group);
                if (group.Count > 0) return true;
                if (_closed) return false;
                Monitor.Wait(_gate);
            }
        }
    }

    void Fill(List<PendingWrite> group)
    {
        if (_large.Count > 0 && (_largeIsNext || _small.Count == 0))
        {
            group.Add(_large.Dequeue());
            _largeIsNext = false;
            return;
        }
        var bytes = 0;
        while (_small.Count > 0 && group.Count < MaxGroup && bytes < MaxGroupBytes)
        {
            var write = _small.Dequeue();
            bytes += write.Bytes;
            group.Add(write);
        }
        _largeIsNext = true;
    }
}
