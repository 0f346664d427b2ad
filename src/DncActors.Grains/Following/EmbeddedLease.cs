using DncActors.Contracts.Nodes;

namespace DncActors.Grains.Following;

/// <summary>
/// The lease of a process that has the store to itself: nobody else commits, and each commit is applied here before it is answered; so it holds once the log
/// was read to its
/// head. The database's clock is the process's.
/// </summary>
sealed class EmbeddedLease(Follower follower, TimeProvider time) : INodeLease
{
    public LeaseTest Test() => new(follower.Ready, time.GetUtcNow().ToUnixTimeMilliseconds());

    public LeaseView Describe() => new(follower.Ready, null, null);
}
