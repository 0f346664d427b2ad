namespace DncActors.Domain.Ledger;

/// <summary>A document's new version.</summary>
/// <param name="ExpectedVersion">The version that it follows; 0 for a document that must not be there yet.</param>
[GenerateSerializer, Immutable, Alias("dnc.DocumentWrite")]
public sealed record DocumentWrite(Document Document, long ExpectedVersion);
