using DncActors.Host.Settings;
using DncActors.Host.Start;

namespace DncActors.Host.Traffic;

/// <summary>
/// Between the wish to stop and the end of listening: the node says that it is not ready and serves on, so that a load balancer takes it out before
/// connections are refused.
/// </summary>
sealed class Drain(DncOptions options, TimeProvider time, ILogger<Drain> logger) : IHostedLifecycleService
{
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        StartLog.Stopping(logger, options.DrainSeconds);
        return options.DrainSeconds == 0 ? Task.CompletedTask : Task.Delay(TimeSpan.FromSeconds(options.DrainSeconds), time, cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
