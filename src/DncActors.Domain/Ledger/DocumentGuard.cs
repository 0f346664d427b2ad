namespace DncActors.Domain.Ledger;

/// <summary>The document must be at this version (0: must not be there).</summary>
[GenerateSerializer, Immutable, Alias("dnc.DocumentGuard")]
public readonly record struct DocumentGuard(DocumentKind Kind, string Id, long Version);
