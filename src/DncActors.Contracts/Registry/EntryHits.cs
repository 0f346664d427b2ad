namespace DncActors.Contracts.Registry;

/// <summary>How many checks an entry has blocked, some seconds late.</summary>
[GenerateSerializer, Immutable, Alias("dnc.EntryHits")]
public readonly record struct EntryHits(Guid EntryId, long Hits, DateTimeOffset? LastHitAt);
