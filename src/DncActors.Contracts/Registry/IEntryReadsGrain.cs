using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Paging;
using DncActors.Domain.Registry;

namespace DncActors.Contracts.Registry;

/// <summary>Entries from the store, for gateways.</summary>
[Alias("dnc.IEntryReadsGrain")]
public interface IEntryReadsGrain : IGrainWithIntegerKey
{
    [Alias("Read")]
    Task<DncEntry?> ReadAsync(string organization, Guid entryId, CancellationToken cancellation);

    [Alias("ReadByPoints")]
    Task<ImmutableArray<DncEntry>> ReadByPointsAsync(string organization, ImmutableArray<ContactPoint> points, CancellationToken cancellation);

    [Alias("ReadImport")]
    Task<EntryImport?> ReadImportAsync(string organization, Guid importId, CancellationToken cancellation);

    [Alias("SearchImports")]
    Task<PageOf<EntryImport>> SearchImportsAsync(string organization, PageRequest page, CancellationToken cancellation);

    [Alias("Search")]
    Task<PageOf<DncEntry>> SearchAsync(string organization, EntryQuery query, PageRequest page, CancellationToken cancellation);
}
