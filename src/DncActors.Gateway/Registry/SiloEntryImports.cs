using DncActors.Contracts.Imports;
using DncActors.Contracts.Registry;
using DncActors.Domain.Registry;
using DncActors.Gateway.Imports;
using DncActors.Gateway.Silos;

namespace DncActors.Gateway.Registry;

/// <summary>Cuts an import of entries here and has silos take in the chunks.</summary>
sealed class SiloEntryImports(SiloCalls silos, IEntryStore entries, TimeProvider time) : IEntryImports
{
    public async Task<ImportReport> ImportAsync(ImportOrder order, IAsyncEnumerable<ImportLine<EntryDraft>> lines, CancellationToken cancellation)
    {
        var forecast = order.DryRun ? new BlockForecast(entries, order.Request.Organization, time) : null;
        var import = new ChunkedImport<EntryDraft>(
            order,
            ImportWeights.Of,
            (number, drafts, turn) => SiloChunks.TakeAsync(turn, () => silos.Any<IEntryChunksGrain>().TakeAsync(order, number, drafts)),
            forecast is null ? null : forecast.CountAsync);
        return await import.RunAsync(lines, cancellation) with { NewlyBlocked = forecast?.Newly, AlreadyBlocked = forecast?.Already };
    }
}
