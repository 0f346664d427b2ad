using System.Collections.Concurrent;

namespace DncActors.Gateway.Admission;

/// <summary>How much of one kind each API key may do in a second, with a bucket of one second's worth for each key that does.</summary>
/// <param name="perSecond">0: as much as it likes.</param>
sealed class KeyLimit(int perSecond, TimeProvider time)
{
    /// <summary>From so many buckets on, those that are full are thrown away.</summary>
    internal const int MostKept = 10_000;

    readonly ConcurrentDictionary<(string Organization, string KeyId), TokenBucket> _buckets = new();
    readonly long _second = time.TimestampFrequency;
    int _sweepAt = MostKept;

    internal int PerSecond => perSecond;

    internal bool IsOn => perSecond > 0;

    /// <summary>How many keys are remembered.</summary>
    internal int Kept => _buckets.Count;

    /// <returns>0 when it was counted and may be done; else how many whole seconds to wait.</returns>
    internal int TryTake(string organization, string keyId, int count)
    {
        if (!IsOn) return 0;
        var now = time.GetTimestamp();
        // Rounded up, so that never more than the limit is let in.
        var cost = (count * _second + perSecond - 1) / perSecond;
        while (true)
        {
            var bucket = BucketOf((organization, keyId), now);
            var wait = bucket.TryTake(now, cost, _second);
            if (wait == 0) return 0;
            if (wait != TokenBucket.Gone) return (int)Math.Min((wait + _second - 1) / _second, int.MaxValue);
            _buckets.TryRemove(KeyValuePair.Create((organization, keyId), bucket));
        }
    }

    TokenBucket BucketOf((string Organization, string KeyId) key, long now)
    {
        if (_buckets.TryGetValue(key, out var known)) return known;
        if (_buckets.Count >= Volatile.Read(ref _sweepAt)) Sweep(now);
        return _buckets.GetOrAdd(key, static _ => new TokenBucket());
    }

    /// <summary>
    /// What stays has been used within the last second, or is in debt, and that is as many as there were requests: the next sweep is due when they are twice
    /// as many, so that a sweep is paid for by as many new keys as it looks at.
    /// </summary>
    void Sweep(long now)
    {
        foreach (var pair in _buckets)
        {
            if (pair.Value.TryRetire(now)) _buckets.TryRemove(pair);
        }
        Volatile.Write(ref _sweepAt, Math.Max(MostKept, 2 * _buckets.Count));
    }
}
