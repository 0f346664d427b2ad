namespace DncActors.ClusterTests.Faults;

/// <summary>What can go wrong.</summary>
public enum FaultKind
{
    /// <summary><c>kill -9</c>; started again when the fault is over.</summary>
    KillNode,

    /// <summary>SIGSTOP: it stands still, its connections stay open.</summary>
    PauseNode,

    /// <summary>Nothing passes between the node and the other nodes.</summary>
    CutFromPeers,

    /// <summary>Nothing passes between the node and the database.</summary>
    CutFromDatabase,

    /// <summary>Both; its clients still reach it.</summary>
    CutFromBoth,

    /// <summary>What the node says reaches no other node, what they say reaches it.</summary>
    PeersDoNotHear,

    /// <summary>The other way round.</summary>
    PeersAreNotHeard,

    /// <summary>What the node says does not reach the database.</summary>
    DatabaseDoesNotHear,

    /// <summary>What the database answers does not reach the node; what was sent is done.</summary>
    DatabaseIsNotHeard,

    /// <summary>The answers of the database are lost, then the connections are reset: commits that were sent are done, and nobody is told.</summary>
    CutBehindCommit,

    /// <summary>The node's wall clock is set.</summary>
    SetClock,

    /// <summary><c>kill -9</c> to all of PostgreSQL; started again when the fault is over.</summary>
    KillDatabase,

    /// <summary>PostgreSQL stands still, its connections stay open.</summary>
    PauseDatabase,

    /// <summary>PostgreSQL's disk is full.</summary>
    FillDisk,
}
