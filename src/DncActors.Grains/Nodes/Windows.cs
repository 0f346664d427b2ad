using Microsoft.Extensions.Hosting;

namespace DncActors.Grains.Nodes;

/// <summary>Turns what counts "lately" every so often, from the start of the process to its end. Lately is the time since the last turn but one.</summary>
abstract class Windows(TimeProvider time) : IHostedService, IDisposable
{
    /// <summary>Short enough to be now, long enough that rates do not jump.</summary>
    internal static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    ITimer? _timer;

    protected TimeProvider Time => time;

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

    /// <summary>What was the last becomes the last but one.</summary>
    protected abstract void Turn();
}
