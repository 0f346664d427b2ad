namespace DncActors.ClusterTests.Crash;

/// <summary>A random stretch of load before a kill.</summary>
public static class Moment
{
    /// <summary>Lets the load run for that long; a load that fails on its own ends it at once, with its failure.</summary>
    public static async Task PassAsync(TimeSpan length, Task load)
    {
        // Drawn once in a thousand times; the timer refuses it.
        if (length == TimeSpan.Zero) return;
        using var timer = new PeriodicTimer(length);
        var tick = timer.WaitForNextTickAsync().AsTask();
        if (await Task.WhenAny(tick, load) == load)
        {
            await load;
        }
    }
}
