using DncActors.Domain.Audit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DncActors.Grains.Audit;

/// <summary>Lets go of records of access that are too old, a few at a time: no change may wait for it.</summary>
sealed partial class AccessRetention(IAccessStore store, IOptions<AccessRetentionOptions> options, TimeProvider time, ILogger<AccessRetention> logger)
    : BackgroundService
{
    internal const int AtOnce = 500;

    internal static readonly TimeSpan Every = TimeSpan.FromHours(1);

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await SweepAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    async Task SweepAsync(CancellationToken cancellation)
    {
        var before = time.GetUtcNow() - TimeSpan.FromDays(options.Value.Days);
        try
        {
            while (await store.DeleteBeforeAsync(before, AtOnce, cancellation) == AtOnce) await Task.Delay(Pause, time, cancellation);
        }
#pragma warning disable CA1031 // Whatever it was, the next sweep tries again.
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFault(logger, fault);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Old records of access could not be deleted; trying again")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
