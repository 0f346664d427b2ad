namespace DncActors.Benchmarks.GrainPeer;

/// <summary>What a lead's grain keeps: where it stands, its entries of the list, and what was done to it.</summary>
[GenerateSerializer, Alias("bench.KeptLead")]
public sealed class KeptLead
{
    [Id(0)] public string Status { get; set; } = "new";

    [Id(1)] public List<KeptEntry> Entries { get; set; } = [];

    [Id(2)] public List<KeptExecution> Executions { get; set; } = [];
}
