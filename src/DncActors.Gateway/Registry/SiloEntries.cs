using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DncActors.Contracts.Registry;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Identity;
using DncActors.Domain.Paging;
using DncActors.Domain.Registry;
using DncActors.Gateway.Silos;

namespace DncActors.Gateway.Registry;

/// <summary>Reads entries through a silo.</summary>
sealed class SiloEntries(SiloCalls silos, IGrainFactory grains, IdSource ids, TimeProvider time) : IEntryStore
{
    public Task<DncEntry?> ReadAsync(string organization, Guid entryId, CancellationToken cancellation) =>
        SiloCalls.ReadAsync(() => silos.Any<IEntryReadsGrain>().ReadAsync(organization, entryId, cancellation));

    public Task<ImmutableArray<DncEntry>> ReadByPointsAsync(string organization, ImmutableArray<ContactPoint> points, CancellationToken cancellation) =>
        SiloCalls.ReadAsync(() => silos.Any<IEntryReadsGrain>().ReadByPointsAsync(organization, points, cancellation));

    public Task<PageOf<DncEntry>> SearchAsync(string organization, EntryQuery query, PageRequest page, CancellationToken cancellation) =>
        SiloCalls.ReadAsync(() => silos.Any<IEntryReadsGrain>().SearchAsync(organization, query, page, cancellation));

    public Task<EntryImport?> ReadImportAsync(string organization, Guid importId, CancellationToken cancellation) =>
        SiloCalls.ReadAsync(() => silos.Any<IEntryReadsGrain>().ReadImportAsync(organization, importId, cancellation));

    public Task<PageOf<EntryImport>> SearchImportsAsync(string organization, PageRequest page, CancellationToken cancellation) =>
        SiloCalls.ReadAsync(() => silos.Any<IEntryReadsGrain>().SearchImportsAsync(organization, page, cancellation));

    public async IAsyncEnumerable<IReadOnlyList<DncEntry>> ExportAsync(
        string organization, EntryQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var export = grains.GetGrain<IEntryExportGrain>(ids.Next(time.GetUtcNow()));
        try
        {
            Guid? last = null;
            while (true)
            {
                var after = last;
                var part = await SiloCalls.ReadAsync(() => export.ReadOnAsync(organization, query, after).WaitAsync(cancellation));
                if (part.IsEmpty) break;
                yield return part;
                last = part[^1].Id;
            }
        }
        finally
        {
            export.EndAsync().Ignore();
        }
    }
}
