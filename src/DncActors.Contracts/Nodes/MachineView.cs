namespace DncActors.Contracts.Nodes;

/// <summary>What a node's process takes of its machine, smoothed.</summary>
/// <param name="CpuPercent">Of all of the machine's cores.</param>
/// <param name="MemoryBytes">What the process takes.</param>
/// <param name="AvailableBytes">What it could still have.</param>
[GenerateSerializer, Immutable, Alias("dnc.MachineView")]
public sealed record MachineView(double CpuPercent, long MemoryBytes, long AvailableBytes);
