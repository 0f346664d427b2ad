namespace DncActors.Client.Cluster;

/// <summary>The user groups that are active on a node.</summary>
public sealed record NodeUserGroupsModel
{
    public required int Active { get; init; }

    /// <summary>Those that have not read what they were told of; that changes no verdict.</summary>
    public required int Behind { get; init; }

    /// <summary>How many sequences the last of them has still to read.</summary>
    public required long MostBehind { get; init; }
}
