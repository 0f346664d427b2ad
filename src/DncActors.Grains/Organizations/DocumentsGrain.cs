using System.Collections.Immutable;
using DncActors.Contracts.Organizations;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using Orleans.Concurrency;

namespace DncActors.Grains.Organizations;

/// <summary>Tells gateways what is published.</summary>
[StatelessWorker, Reentrant]
sealed class DocumentsGrain(IPublishedDocuments documents, IDocumentStore store) : Grain, IDocumentsGrain
{
    public async Task<DocumentsAnswer> FindAsync(string organization, long? knownSequence) =>
        await documents.FindAsync(organization) is not { } found ? new(false, null)
        // Another sequence, not only a later one: after a restore the log may go on below what the asker has.
        : new(true, found.Sequence == knownSequence ? null : found);

    public Task<Document?> ReadVersionAsync(string organization, DocumentKind kind, string id, long version, CancellationToken cancellation) =>
        store.ReadVersionAsync(organization, kind, id, version, cancellation);

    public Task<ImmutableArray<DocumentVersion>> ReadVersionsAsync(
        string organization, DocumentKind kind, string id, long? belowVersion, int limit, CancellationToken cancellation) =>
        store.ReadVersionsAsync(organization, kind, id, belowVersion, limit, cancellation);
}
