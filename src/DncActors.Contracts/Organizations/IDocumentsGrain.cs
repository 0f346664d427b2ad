using System.Collections.Immutable;
using DncActors.Domain.Ledger;

namespace DncActors.Contracts.Organizations;

/// <summary>Published documents as a silo knows them, and their old versions from the store, for gateways.</summary>
[Alias("dnc.IDocumentsGrain")]
public interface IDocumentsGrain : IGrainWithIntegerKey
{
    /// <summary>The documents, unless they are those of the sequence that the asker has (null for none).</summary>
    [ResponseTimeout("00:00:05"), Alias("Find")]
    Task<DocumentsAnswer> FindAsync(string organization, long? knownSequence);

    [Alias("ReadVersion")]
    Task<Document?> ReadVersionAsync(string organization, DocumentKind kind, string id, long version, CancellationToken cancellation);

    [Alias("ReadVersions")]
    Task<ImmutableArray<DocumentVersion>> ReadVersionsAsync(
        string organization, DocumentKind kind, string id, long? belowVersion, int limit, CancellationToken cancellation);
}
