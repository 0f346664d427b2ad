namespace DncActors.Benchmarks.GrainPeer;

/// <summary>An entry of the list, beside its lead.</summary>
[GenerateSerializer, Alias("bench.KeptEntry")]
public sealed record KeptEntry(Guid Id, string Value, int Channels, string Reason, string AddedBy, DateTimeOffset AddedAt);
