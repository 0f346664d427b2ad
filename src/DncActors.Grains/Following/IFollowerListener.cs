using DncActors.Domain.Ledger;

namespace DncActors.Grains.Following;

/// <summary>Whoever wants to hear of each change once, in order. Called under the follower's lock, by whoever brings them: quick, and never throwing.</summary>
interface IFollowerListener
{
    /// <summary>These changes were applied; the follower's position moves from <paramref name="after"/> to <paramref name="upTo"/> next.</summary>
    void OnApplied(ReadOnlySpan<Change> changes, long after, long upTo);

    /// <summary>The position has moved.</summary>
    void OnMoved(long upTo)
    {
    }
}
