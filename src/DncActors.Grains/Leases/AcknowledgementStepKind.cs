namespace DncActors.Grains.Leases;

/// <summary>What a writer does next, so that every node comes to know what it committed.</summary>
enum AcknowledgementStepKind
{
    ReadRows,

    /// <summary>Push the batch, or ask with an empty one how far the node is.</summary>
    Push,

    /// <summary>Set the row's <c>revoked</c>.</summary>
    Revoke,

    /// <summary>Delete the row: it was waited out.</summary>
    Delete,
}
