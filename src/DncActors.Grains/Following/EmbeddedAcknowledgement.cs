using DncActors.Contracts.Nodes;

namespace DncActors.Grains.Following;

/// <summary>The acknowledgement of a process that has the store to itself: there is one follower to wait for.</summary>
sealed class EmbeddedAcknowledgement(Follower follower) : IAcknowledgement
{
    public ValueTask UpToAsync(long sequence, CancellationToken cancellation) => follower.WaitUntilAppliedAsync(sequence, cancellation);
}
