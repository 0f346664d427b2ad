using System.Collections.Concurrent;
using DncActors.Domain.Ledger;
using DncActors.Grains.Following;

namespace DncActors.Grains.Events;

/// <summary>Wakes the streams that a change concerns, and only those.</summary>
sealed class StreamSignals : IFollowerListener
{
    readonly ConcurrentDictionary<(string Organization, string? UserGroupId), Watch> _watches = new();

    public void OnApplied(ReadOnlySpan<Change> changes, long after, long upTo)
    {
        if (_watches.IsEmpty) return;
        foreach (var change in changes)
        {
            if (StreamRules.TouchesEntries(change)) Mark((change.Organization, null));
            foreach (var group in change.What.UserGroups) Mark((change.Organization, group));
        }
    }

    public void OnMoved(long upTo)
    {
        foreach (var watch in _watches.Values) watch.PulseIfMarked();
    }

    /// <summary>A signal for one stream, to be given back when it ends.</summary>
    public Signal Open(string organization, string? userGroupId) => _watches.AddOrUpdate(
        (organization, userGroupId),
        _ => new Watch(1),
        (_, watch) => watch with { Streams = watch.Streams + 1 }).Signal;

    public void Close(string organization, string? userGroupId)
    {
        var key = (organization, userGroupId);
        while (_watches.TryGetValue(key, out var watch))
        {
            if (watch.Streams > 1 ? _watches.TryUpdate(key, watch with { Streams = watch.Streams - 1 }, watch) : _watches.TryRemove(new(key, watch))) return;
        }
    }

    void Mark((string, string?) key)
    {
        if (_watches.TryGetValue(key, out var watch)) watch.Mark();
    }

    /// <summary>The signal is shared by all streams of one kind; only its count is copied.</summary>
    sealed record Watch(int Streams)
    {
        readonly MarkedSignal _signal = new();

        public Signal Signal => _signal.Signal;

        public void Mark() => _signal.Marked = true;

        public void PulseIfMarked()
        {
            if (!_signal.Marked) return;
            _signal.Marked = false;
            Signal.Pulse();
        }
    }

    sealed class MarkedSignal
    {
        public Signal Signal { get; } = new();

        /// <summary>Only the follower sets and clears it.</summary>
        public bool Marked { get; set; }
    }
}
