using System.Collections.Concurrent;

namespace DncActors.Grains.Nodes;

/// <summary>Counts the calls that grains take on this node, by the grain's type: an addition a call, and never a grain's id.</summary>
sealed class GrainRequests(TimeProvider time) : Windows(time), IIncomingGrainCallFilter
{
    readonly ConcurrentDictionary<GrainType, Count> _counts = [];
    long _lastAt = time.GetTimestamp();
    long _previousAt = time.GetTimestamp();

    public Task Invoke(IIncomingGrainCallContext context)
    {
        Add(context.TargetId.Type);
        return context.Invoke();
    }

    /// <summary>Parts of every silo, which are many and tell little.</summary>
    internal static bool IsOfOrleans(string type) => type.StartsWith("sys.", StringComparison.Ordinal);

    internal void Add(GrainType type) => Interlocked.Increment(ref _counts.GetOrAdd(type, static _ => new()).Total);

    /// <summary>By type: since the start, and in a second lately.</summary>
    internal Dictionary<string, (long Total, double PerSecond)> Read()
    {
        var seconds = Time.GetElapsedTime(Volatile.Read(ref _previousAt)).TotalSeconds;
        var read = new Dictionary<string, (long, double)>(StringComparer.Ordinal);
        foreach (var (type, count) in _counts)
        {
            var total = Volatile.Read(ref count.Total);
            var name = type.ToString()!;
            if (IsOfOrleans(name)) continue;
            read[name] = (total, seconds > 0 ? (total - Volatile.Read(ref count.AtPrevious)) / seconds : 0);
        }
        return read;
    }

    protected override void Turn()
    {
        foreach (var count in _counts.Values)
        {
            Volatile.Write(ref count.AtPrevious, count.AtLast);
            count.AtLast = Volatile.Read(ref count.Total);
        }
        Volatile.Write(ref _previousAt, _lastAt);
        _lastAt = Time.GetTimestamp();
    }

    sealed class Count
    {
        internal long Total;
        internal long AtLast;
        internal long AtPrevious;
    }
}
