namespace DncActors.Gateway.Admission;

/// <summary>
/// A bucket of tokens that fills at a steady rate. All of it is one number, the time at which it is full again: taking is one exchange of that, without a lock,
/// and nothing has to run while nobody takes. Times are of the clock's own unit.
/// </summary>
sealed class TokenBucket
{
    /// <summary>What <see cref="TryTake"/> gives back of a bucket that was thrown away.</summary>
    internal const long Gone = -1;

    const long Retired = long.MaxValue;

    long _fullAt;

    /// <summary>Takes tokens. More than the bucket holds are given when it is full, and leave it in debt.</summary>
    /// <param name="cost">How long as many tokens take to come; 0 only asks whether the bucket is in no debt.</param>
    /// <param name="size">How long an empty bucket takes to be full.</param>
    /// <returns>0 when they were taken; else how long to wait before they can be.</returns>
    internal long TryTake(long now, long cost, long size)
    {
        while (true)
        {
            var fullAt = Volatile.Read(ref _fullAt);
            if (fullAt == Retired) return Gone;
            var missing = Math.Max(fullAt - now, 0);
            var wait = missing + Math.Min(cost, size) - size;
            if (wait > 0) return wait;
            if (Interlocked.CompareExchange(ref _fullAt, now + missing + cost, fullAt) == fullAt) return 0;
        }
    }

    /// <summary>True when it is full, and nobody can take from it any more: a new one is no different.</summary>
    internal bool TryRetire(long now)
    {
        var fullAt = Volatile.Read(ref _fullAt);
        return fullAt <= now && Interlocked.CompareExchange(ref _fullAt, Retired, fullAt) == fullAt;
    }
}
