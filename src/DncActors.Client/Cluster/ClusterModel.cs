namespace DncActors.Client.Cluster;

/// <summary>All nodes at one moment. Gateways hold nothing and are not among them.</summary>
public sealed record ClusterModel
{
    /// <summary>The last sequence of the log; null where the database did not say in time.</summary>
    public long? Head { get; init; }

    public required IReadOnlyList<NodeModel> Nodes { get; init; }

    /// <summary>Grains in memory, on all nodes that answered.</summary>
    public required long Activations { get; init; }

    /// <summary>The same by type, the busiest first.</summary>
    public required IReadOnlyList<GrainTypeModel> GrainTypes { get; init; }

    /// <summary>By all nodes that told.</summary>
    public required AnsweredModel Answered { get; init; }
}
