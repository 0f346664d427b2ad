namespace DncActors.Grains.Following;

/// <summary>
/// Batches that came before what they follow on. Nodes that commit by turns push by ways of their own: what is missing is mostly on its way, and need not be
/// read from the log. One caller at a time.
/// </summary>
/// <param name="placeOf">The head before a batch, and its own last sequence.</param>
sealed class EarlyBatches<T>(Func<T, (long After, long UpTo)> placeOf)
    where T : class
{
    /// <summary>What comes early beyond that is read from the log.</summary>
    public const int Most = 32;

    readonly List<T> _kept = [];

    public bool IsEmpty => _kept.Count == 0;

    /// <summary>Once, however often it comes: a node hands its own over before it is pushed to itself as well.</summary>
    public void Keep(T batch)
    {
        if (_kept.Count < Most && !_kept.Exists(kept => placeOf(kept) == placeOf(batch))) _kept.Add(batch);
    }

    /// <summary>One that follows on what is applied now, or null. What is applied already is let go of.</summary>
    public T? TakeNext(long applied)
    {
        _kept.RemoveAll(batch => StepOf(batch) == FollowStep.Skip);
        var next = _kept.FindIndex(batch => StepOf(batch) == FollowStep.Apply);
        if (next < 0) return null;
        var taken = _kept[next];
        _kept.RemoveAt(next);
        return taken;

        FollowStep StepOf(T batch)
        {
            var (after, upTo) = placeOf(batch);
            return FollowRules.Judge(applied, after, upTo);
        }
    }
}
