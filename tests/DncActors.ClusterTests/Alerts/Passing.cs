namespace DncActors.ClusterTests.Alerts;

/// <summary>A fault that lasts, and one that comes again and again.</summary>
static class Passing
{
    /// <summary>Lets the load run for so long, or until it is enough.</summary>
    public static async Task TimeAsync(TimeSpan length, CancellationToken enough = default)
    {
        using var timer = new PeriodicTimer(length);
        await ((Task)timer.WaitForNextTickAsync(enough).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Does it, lets so much time pass, and does it again, until it is enough.</summary>
    public static async Task AgainAsync(TimeSpan pause, Func<Task> doAsync, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            await doAsync();
            await TimeAsync(pause, enough);
        }
    }
}
