namespace DncActors.Host.Traffic;

/// <summary>
/// Ends the process where a stop takes longer than whoever runs it was told to grant. What was acknowledged is in the record by then; but without its database
/// Orleans tries for a minute to write there that the silo leaves, and for as long the process that is to take its place was not started.
/// </summary>
/// <param name="end">Ends the process with this code.</param>
sealed partial class StopLimit(IHostApplicationLifetime host, TimeProvider time, Action<int> end, ILogger<StopLimit> logger) : IHostedService
{
    /// <summary>A process that was stopped, and ended before it was done with that.</summary>
    internal const int Late = 2;

    /// <summary>Longer than requests under way are given, and well within what docs/operations.md asks for.</summary>
    internal static readonly TimeSpan Limit = TimeSpan.FromSeconds(29);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        host.ApplicationStopping.Register(() => _ = EndAsync());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    async Task EndAsync()
    {
        // Nothing takes this back: a process that is done sooner is no more.
        await Task.Delay(Limit, time).ConfigureAwait(false);
        LogLate(logger, Limit);
        end(Late);
    }

    [LoggerMessage(1, LogLevel.Critical, "The stop is not done after {Limit}: the process ends as it is. What was acknowledged is in the record")]
    private static partial void LogLate(ILogger logger, TimeSpan limit);
}
