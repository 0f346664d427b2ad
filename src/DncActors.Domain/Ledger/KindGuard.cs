namespace DncActors.Domain.Ledger;

/// <summary>No document of the kind, in the commit's organization, may have changed after this sequence.</summary>
[GenerateSerializer, Immutable, Alias("dnc.KindGuard")]
public readonly record struct KindGuard(DocumentKind Kind, long Sequence);
