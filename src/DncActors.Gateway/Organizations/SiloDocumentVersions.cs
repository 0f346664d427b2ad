using System.Collections.Immutable;
using DncActors.Contracts.Organizations;
using DncActors.Domain.Ledger;
using DncActors.Gateway.Silos;

namespace DncActors.Gateway.Organizations;

/// <summary>Reads old versions through a silo.</summary>
sealed class SiloDocumentVersions(SiloCalls silos) : IDocumentStore
{
    public Task<Document?> ReadVersionAsync(string organization, DocumentKind kind, string id, long version, CancellationToken cancellation) =>
        SiloCalls.ReadAsync(() => silos.Any<IDocumentsGrain>().ReadVersionAsync(organization, kind, id, version, cancellation));

    public Task<ImmutableArray<DocumentVersion>> ReadVersionsAsync(
        string organization, DocumentKind kind, string id, long? belowVersion, int limit, CancellationToken cancellation) =>
        SiloCalls.ReadAsync(() => silos.Any<IDocumentsGrain>().ReadVersionsAsync(organization, kind, id, belowVersion, limit, cancellation));

    public IAsyncEnumerable<(string Organization, Document Document, long Sequence)> ReadAllAsync(CancellationToken cancellation) =>
        throw new NotSupportedException("Only a node loads the documents of all organizations.");
}
