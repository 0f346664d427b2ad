namespace DncActors.Client.Cluster;

/// <summary>The blocked contact points in a node's memory.</summary>
public sealed record NodeIndexModel
{
    public required long ContactPoints { get; init; }
    public required long Bytes { get; init; }

    /// <summary>When they were read; what changed since was followed. Null while they are being read.</summary>
    public DateTimeOffset? LoadedAt { get; init; }

    /// <summary>How long that took, in milliseconds.</summary>
    public long? LoadMilliseconds { get; init; }
}
