using DncActors.Contracts.Nodes;
using Microsoft.Extensions.Hosting;

namespace DncActors.Grains.Nodes;

/// <summary>What all parts of this process answered: since it started, and lately.</summary>
sealed class AnsweredHere(IEnumerable<IAnswered> parts, TimeProvider time) : IHostedService, IDisposable
{
    /// <summary>Lately is the time since the last but one of these: short enough to be now, long enough that it does not jump.</summary>
    internal static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    /// <summary>Of too short a time, one check would be many a second.</summary>
    static readonly TimeSpan _least = TimeSpan.FromSeconds(1);

    readonly Lock _lock = new();
    readonly IAnswered[] _parts = [.. parts];
    ITimer? _timer;
    (Answered Total, long At) _last = (default, time.GetTimestamp());
    (Answered Total, long At) _previous = (default, time.GetTimestamp());

    internal AnsweredView View
    {
        get
        {
            lock (_lock)
            {
                var (total, elapsed) = (Sum(), time.GetElapsedTime(_previous.At));
                return new(total, total - _previous.Total, Math.Max(elapsed.TotalSeconds, _least.TotalSeconds));
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timer = time.CreateTimer(_ => Turn(), null, Window, Window);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => Interlocked.Exchange(ref _timer, null)?.Dispose();

    void Turn()
    {
        lock (_lock)
        {
            _previous = _last;
            _last = (Sum(), time.GetTimestamp());
        }
    }

    Answered Sum()
    {
        var sum = default(Answered);
        foreach (var part in _parts) sum += part.Answered;
        return sum;
    }
}
