using System.Collections.Immutable;
using DncActors.Domain.Ledger;

namespace DncActors.Grains.Following;

/// <summary>How a follower moves along the log: in order, leaving nothing out; what it is handed twice, or knows in part, is harmless.</summary>
static class FollowRules
{
    /// <summary>What one that has applied the log up to <paramref name="applied"/> does with the batch.</summary>
    public static FollowStep Judge(long applied, CommittedBatch batch) => Judge(applied, batch.After, batch.UpTo);

    /// <inheritdoc cref="Judge(long, CommittedBatch)"/>
    public static FollowStep Judge(long applied, long after, long upTo) =>
        upTo <= applied ? FollowStep.Skip
        : after > applied ? FollowStep.CatchUp
        : FollowStep.Apply;

    /// <summary>The changes that are new to it.</summary>
    public static ReadOnlySpan<Change> New(long applied, ImmutableArray<Change> changes)
    {
        var known = 0;
        while (known < changes.Length && changes[known].Sequence <= applied) known++;
        return changes.AsSpan()[known..];
    }

    /// <summary>
    /// How far a page of the log leads: to its last change, or, where it was the last page, to the head that was read before it, because gaps at the end are
    /// nothing to wait for.
    /// </summary>
    public static long ReachedBy(ImmutableArray<Change> page, int limit, long headBefore, long applied)
    {
        var last = page.IsEmpty ? applied : page[^1].Sequence;
        return ReachedBy(last, page.Length >= limit, headBefore);
    }

    /// <inheritdoc cref="ReachedBy(ImmutableArray{Change}, int, long, long)"/>
    public static long ReachedBy(long last, bool isFull, long headBefore) => isFull ? last : Math.Max(last, headBefore);
}
