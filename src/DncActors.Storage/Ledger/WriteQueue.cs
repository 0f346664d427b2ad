using DncActors.Domain.Ledger;

namespace DncActors.Storage.Ledger;

/// <summary>
/// Where writes wait for a writer. Large ones (imports) wait in a line of their own and go one at a time, each behind the group of small ones that came
/// meanwhile: an execution never waits behind more than one chunk of an import (two, where one is sent ahead), and an import is never starved.
/// </summary>
/// <remarks>
/// A second writer gets only chunks while the first is still writing: a chunk goes alone anyway, and the database goes from one to the next at once. Small
/// writes wait for the end of what is being written, because they gain by company; with as many ahead as were being written, the database had more to do for
/// each, and nobody was answered sooner.
/// </remarks>
internal sealed class WriteQueue(int capacity)
{
    public const int MaxGroup = 256;
    public const int MaxGroupBytes = 1024 * 1024;

    /// <summary>From this size on a write is a chunk of an import.</summary>
    public const int LargeBytes = 64 * 1024;

    readonly object _gate = new();
    readonly Queue<PendingWrite> _small = new();
    readonly Queue<PendingWrite> _large = new();
    int _writing;
    long _turns;
    bool _largeIsNext;
    bool _closed;

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
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>
    /// Fills <paramref name="group"/> with what waits, at least one; waits where nothing does, or it is too early. Whoever takes says
    /// <see cref="Written"/> afterwards.
    /// </summary>
    /// <param name="turn">The how-manieth group it is, from 0.</param>
    /// <returns>False when the queue is closed and empty.</returns>
    public bool Take(List<PendingWrite> group, out long turn)
    {
        group.Clear();
        lock (_gate)
        {
            while (_small.Count + _large.Count == 0 || !MayGo)
            {
                if (_closed && _small.Count + _large.Count == 0)
                {
                    turn = -1;
                    return false;
                }
                Monitor.Wait(_gate);
            }
            Fill(group);
            _writing++;
            turn = _turns++;
            return true;
        }
    }

    /// <summary>A group that was taken is written, or was not: the next may go.</summary>
    public void Written()
    {
        lock (_gate)
        {
            _writing--;
            Monitor.PulseAll(_gate);
        }
    }

    bool LargeGoes => _large.Count > 0 && (_largeIsNext || _small.Count == 0);

    bool MayGo => _writing == 0 || LargeGoes;

    void Fill(List<PendingWrite> group)
    {
        if (LargeGoes)
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
