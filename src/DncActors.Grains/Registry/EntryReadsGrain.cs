using System.Collections.Immutable;
using DncActors.Contracts.Registry;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Paging;
using DncActors.Domain.Registry;
using Orleans.Concurrency;

namespace DncActors.Grains.Registry;

/// <summary>Reads entries for gateways.</summary>
[StatelessWorker, Reentrant]
sealed class EntryReadsGrain(IEntryStore entries) : Grain, IEntryReadsGrain
{
    public Task<DncEntry?> ReadAsync(string organization, Guid entryId, CancellationToken cancellation) =>
        entries.ReadAsync(organization, entryId, cancellation);

    public Task<ImmutableArray<DncEntry>> ReadByPointsAsync(string organization, ImmutableArray<ContactPoint> points, CancellationToken cancellation) =>
        entries.ReadByPointsAsync(organization, points, cancellation);

    public Task<EntryImport?> ReadImportAsync(string organization, Guid importId, CancellationToken cancellation) =>
        entries.ReadImportAsync(organization, importId, cancellation);

    public Task<PageOf<EntryImport>> SearchImportsAsync(string organization, PageRequest page, CancellationToken cancellation) =>
        entries.SearchImportsAsync(organization, page, cancellation);

    public Task<PageOf<DncEntry>> SearchAsync(string organization, EntryQuery query, PageRequest page, CancellationToken cancellation) =>
        entries.SearchAsync(organization, query, page, cancellation);
}
