namespace DncActors.Grains.Leases;

/// <summary>What the keeper of a node's lease does next.</summary>
enum LeaseStepKind
{
    /// <summary>Insert a row for this process.</summary>
    Take,

    /// <summary>Read the head of the log, and let the follower read up to it.</summary>
    ReadHead,

    /// <summary>Renew the row, with what is applied.</summary>
    Renew,

    /// <summary>Delete the own row: nothing is answered under it, and never will be.</summary>
    Delete,
}
