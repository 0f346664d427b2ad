namespace DncActors.Domain.Ledger;

/// <summary>A version of a document: who published it, when.</summary>
[GenerateSerializer, Immutable, Alias("dnc.DocumentVersion")]
public sealed record DocumentVersion(Document Document, DateTimeOffset At, string By, long Sequence);
