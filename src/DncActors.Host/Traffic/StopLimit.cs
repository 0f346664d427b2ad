namespace DncActors.Host.Traffic;

/// <summary>
/// Ends the process where a stop takes longer than whoever runs it was told to grant. What was acknowledged is in the record by then; but without its database
/// Orleans tries for a minute to write there that the silo leaves, and for as long the process that is to take its place was not started.
/// </summary>
/// <param name="end">Ends the process with this code.</param>
sealed partial class StopLimit(IHostApplicationLifetime host, TimeProvider time, Action<int> end, ILogger<StopLimit> logger) : IHostedLifecycleService
{
    /// <summary>A process that was stopped, and ended before it was done with that.</summary>
    internal const int Late = 2;

    /// <summary>
    /// Requests under way may take all of <see cref="HostOptions.ShutdownTimeout"/>; behind them come the lease, the ledger's queue and the files. Within the
    /// 35 s that docs/operations.md asks for.
    /// </summary>
    internal static readonly TimeSpan Usual = TimeSpan.FromSeconds(33);

    /// <summary>The log is written by a thread that the end of the process does not wait for.</summary>
    internal static readonly TimeSpan ForTheLog = TimeSpan.FromMilliseconds(200);

    /// <summary>Before anything starts: a start is stopped as well.</summary>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        host.ApplicationStopping.Register(() => EndAfter(Usual));
        return Task.CompletedTask;
    }

    /// <summary>Ends the process when so much time has passed from now, unless it is done sooner.</summary>
    public void EndAfter(TimeSpan limit) => _ = EndAfterAsync(limit);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    async Task EndAfterAsync(TimeSpan limit)
    {
        // Nothing takes this back: a process that is done sooner is no more.
        await Task.Delay(limit, time).ConfigureAwait(false);
        LogLate(logger, limit);
        await Task.Delay(ForTheLog, time).ConfigureAwait(false);
        end(Late);
    }

    [LoggerMessage(1, LogLevel.Critical, "The stop is not done after {Limit}: the process ends as it is. What was acknowledged is in the record")]
    private static partial void LogLate(ILogger logger, TimeSpan limit);
}
