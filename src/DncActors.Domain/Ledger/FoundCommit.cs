namespace DncActors.Domain.Ledger;

/// <summary>A commit that is there.</summary>
[GenerateSerializer, Immutable, Alias("dnc.FoundCommit")]
public sealed record FoundCommit(Guid Id, Guid Fingerprint, long Sequence, string? Reply);
