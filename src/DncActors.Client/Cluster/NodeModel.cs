namespace DncActors.Client.Cluster;

/// <summary>A node; of one that did not answer only what the others know of it.</summary>
public sealed record NodeModel
{
    public required string Name { get; init; }

    /// <summary>Where the other nodes find it: IP, port and a number that is new with each start.</summary>
    public required string Address { get; init; }

    /// <summary>One of <see cref="NodeStatusNames"/>.</summary>
    public required string Status { get; init; }

    /// <summary>Whether it may answer contact checks.</summary>
    public required bool Ready { get; init; }

    /// <summary>What is missing, for people; null when it is ready.</summary>
    public string? WhyNotReady { get; init; }

    /// <summary><c>node</c> or <c>silo</c>.</summary>
    public string? Role { get; init; }

    public string? Version { get; init; }

    /// <summary>When its process started.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    public NodeLeaseModel? Lease { get; init; }

    /// <summary>The sequence up to which it has applied the log.</summary>
    public long? Applied { get; init; }

    /// <summary>How far that is behind the head; null where one of them is not known.</summary>
    public long? Behind { get; init; }

    public NodeIndexModel? Index { get; init; }

    /// <summary>Grains in its memory.</summary>
    public long? Activations { get; init; }

    /// <summary>The same by type, the busiest first.</summary>
    public required IReadOnlyList<GrainTypeModel> GrainTypes { get; init; }

    public NodeMachineModel? Machine { get; init; }

    public NodeUserGroupsModel? UserGroups { get; init; }

    /// <summary>Null of a node whose release does not say yet.</summary>
    public AnsweredModel? Answered { get; init; }
}
