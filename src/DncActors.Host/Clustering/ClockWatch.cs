using DncActors.Host.Traffic;

namespace DncActors.Host.Clustering;

/// <summary>
/// Ends the process where the wall clock was set back, to start anew. Orleans notes by that clock when an idle grain is let go, and makes no grain whose time
/// lies before what it has noted last: after a clock that was ahead for some seconds, no lead could be reached here until it is as late again.
/// </summary>
sealed partial class ClockWatch(IHostApplicationLifetime host, StopLimit stop, TimeProvider time, ILogger<ClockWatch> logger) : BackgroundService
{
    static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    /// <summary>Less than the shortest time after which a grain is let go: what is set back by less is caught up with.</summary>
    static readonly TimeSpan Bearable = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Enough for a load balancer to look elsewhere. Requests for leads wait for grains that are never made: a stop that let them be finished took 23 s.
    /// </summary>
    static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(8);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        var latest = Offset();
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                var offset = Offset();
                if (IsSetBack(latest, offset))
                {
                    LogSetBack(logger, latest - offset);
                    stop.EndAfter(StopWithin);
                    host.StopApplication();
                    return;
                }
                if (offset > latest) latest = offset;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    /// <param name="latest">The greatest offset so far.</param>
    /// <param name="offset">The present one.</param>
    internal static bool IsSetBack(TimeSpan latest, TimeSpan offset) => latest - offset > Bearable;

    /// <summary>Of the wall clock against the steady one.</summary>
    TimeSpan Offset() => time.GetUtcNow() - DateTimeOffset.UnixEpoch - time.GetElapsedTime(0);

    [LoggerMessage(1, LogLevel.Critical, "The clock was set back by {By}: no grain could be made here for as long. The process ends, to start anew")]
    private static partial void LogSetBack(ILogger logger, TimeSpan by);
}
