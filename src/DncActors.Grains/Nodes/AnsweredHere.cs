using DncActors.Contracts.Nodes;

namespace DncActors.Grains.Nodes;

/// <summary>What all parts of this process answered: since it started, and lately.</summary>
sealed class AnsweredHere(IEnumerable<IAnswered> parts, TimeProvider time) : Windows(time)
{
    /// <summary>Of too short a time, one check would be many a second.</summary>
    static readonly TimeSpan _least = TimeSpan.FromSeconds(1);

    readonly Lock _lock = new();
    readonly IAnswered[] _parts = [.. parts];
    (Answered Total, long At) _last = (default, time.GetTimestamp());
    (Answered Total, long At) _previous = (default, time.GetTimestamp());

    internal AnsweredView View
    {
        get
        {
            lock (_lock)
            {
                var (total, elapsed) = (Sum(), Time.GetElapsedTime(_previous.At));
                return new(total, total - _previous.Total, Math.Max(elapsed.TotalSeconds, _least.TotalSeconds));
            }
        }
    }

    protected override void Turn()
    {
        lock (_lock)
        {
            _previous = _last;
            _last = (Sum(), Time.GetTimestamp());
        }
    }

    Answered Sum()
    {
        var sum = default(Answered);
        foreach (var part in _parts) sum += part.Answered;
        return sum;
    }
}
