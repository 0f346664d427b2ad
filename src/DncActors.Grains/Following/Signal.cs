namespace DncActors.Grains.Following;

/// <summary>Wakes everybody who waits. Take <see cref="Next"/>, look, then wait: a pulse in between is not missed.</summary>
sealed class Signal
{
    TaskCompletionSource? _next;

    /// <summary>Completes at the next pulse.</summary>
    public Task Next
    {
        get
        {
            var waiting = Volatile.Read(ref _next);
            if (waiting is not null) return waiting.Task;
            var fresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return (Interlocked.CompareExchange(ref _next, fresh, null) ?? fresh).Task;
        }
    }

    /// <summary>Costs next to nothing while nobody waits.</summary>
    public void Pulse()
    {
        // A full fence: who took Next before this sees what was written before the pulse, or is woken by it.
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _next) is not null) Interlocked.Exchange(ref _next, null)?.SetResult();
    }
}
