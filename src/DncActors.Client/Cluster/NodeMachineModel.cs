namespace DncActors.Client.Cluster;

/// <summary>What a node's process takes of its machine, smoothed.</summary>
public sealed record NodeMachineModel
{
    /// <summary>Of all cores, in percent.</summary>
    public required double CpuPercent { get; init; }

    public required long MemoryBytes { get; init; }

    /// <summary>What it could still have.</summary>
    public required long AvailableBytes { get; init; }
}
