namespace DncActors.Client.Cluster;

/// <summary>A node's lease: without it nothing is "allowed".</summary>
public sealed record NodeLeaseModel
{
    public required bool Valid { get; init; }

    /// <summary>For how long it is without hearing of the database, in milliseconds; null for a process that has its store to itself.</summary>
    public long? LeftMilliseconds { get; init; }

    /// <summary>Which lease it is, of all that were ever taken; null without one.</summary>
    public long? Epoch { get; init; }
}
