namespace DncActors.ClusterTests.Faults;

/// <summary>An entry that is to be made or, where it has an id, to be revoked.</summary>
public sealed record EntryDoubt(int Number, string? EntryId, DateTimeOffset? ExpiresAt);
