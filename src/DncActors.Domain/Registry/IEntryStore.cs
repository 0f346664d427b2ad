using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Paging;

namespace DncActors.Domain.Registry;

/// <summary>Reads entries.</summary>
public interface IEntryStore
{
    Task<DncEntry?> ReadAsync(string organization, Guid entryId, CancellationToken cancellation);

    /// <summary>
    /// The entries of these contact points (at most 1,000) that are not revoked, expired ones included. Gathered: what is asked for at the same time is one
    /// read.
    /// </summary>
    Task<ImmutableArray<DncEntry>> ReadByPointsAsync(string organization, ImmutableArray<ContactPoint> points, CancellationToken cancellation);

    /// <summary>Newest first.</summary>
    Task<PageOf<DncEntry>> SearchAsync(string organization, EntryQuery query, PageRequest page, CancellationToken cancellation);

    /// <summary>The import of entries, or null; an import of leads is none.</summary>
    Task<EntryImport?> ReadImportAsync(string organization, Guid importId, CancellationToken cancellation);

    /// <summary>Imports of entries, newest first.</summary>
    Task<PageOf<EntryImport>> SearchImportsAsync(string organization, PageRequest page, CancellationToken cancellation);

    /// <summary>All that match, oldest first, in chunks by key range: memory stays flat and nothing is held open.</summary>
    IAsyncEnumerable<IReadOnlyList<DncEntry>> ExportAsync(string organization, EntryQuery query, CancellationToken cancellation);
}
