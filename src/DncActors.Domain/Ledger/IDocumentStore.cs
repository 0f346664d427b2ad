using System.Collections.Immutable;

namespace DncActors.Domain.Ledger;

/// <summary>Reads published documents, of all organizations for the nodes' caches, and old versions.</summary>
public interface IDocumentStore
{
    /// <summary>The current version of every document, archived ones included, each with its organization and the sequence that published it.</summary>
    IAsyncEnumerable<(string Organization, Document Document, long Sequence)> ReadAllAsync(CancellationToken cancellation);

    /// <summary>One version of one document, or null.</summary>
    Task<Document?> ReadVersionAsync(string organization, DocumentKind kind, string id, long version, CancellationToken cancellation);

    /// <summary>A document's versions, newest first, those below <paramref name="belowVersion"/> where given.</summary>
    Task<ImmutableArray<DocumentVersion>> ReadVersionsAsync(
        string organization, DocumentKind kind, string id, long? belowVersion, int limit, CancellationToken cancellation);
}
