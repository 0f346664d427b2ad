namespace DncActors.Grains.Registry;

/// <summary>What a shard has counted.</summary>
[GenerateSerializer, Alias("dnc.RegistryHitsState")]
public sealed class RegistryHitsState
{
    /// <summary>Entry id → checks that it blocked, and when last, Unix milliseconds.</summary>
    [Id(0)]
    public Dictionary<Guid, long[]> Hits { get; set; } = [];
}
