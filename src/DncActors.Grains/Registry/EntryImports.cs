using System.Collections.Immutable;
using DncActors.Contracts.Imports;
using DncActors.Contracts.Registry;
using DncActors.Domain.Identity;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Registry;
using DncActors.Grains.Imports;

namespace DncActors.Grains.Registry;

/// <summary>Imports entries of the list.</summary>
sealed class EntryImports(ImportChunks chunks, IEntryStore entries, TimeProvider time, IdSource ids) : IEntryImports
{
    public async Task<ImportReport> ImportAsync(ImportOrder order, IAsyncEnumerable<ImportLine<EntryDraft>> lines, CancellationToken cancellation)
    {
        var forecast = order.DryRun ? new BlockForecast(entries, order.Request.Organization, time) : null;
        var import = new ChunkedImport<EntryDraft>(
            order, ImportWeights.Of, (number, drafts, turn) => TakeAsync(order, number, drafts, turn), forecast is null ? null : forecast.CountAsync);
        return await import.RunAsync(lines, cancellation) with { NewlyBlocked = forecast?.Newly, AlreadyBlocked = forecast?.Already };
    }

    public Task<Outcome<ImmutableArray<Refusal?>>> TakeAsync(ImportOrder order, int number, ImmutableArray<EntryDraft> drafts, ChunkTurn? turn = null) =>
        chunks.TakeAsync(
            order,
            number,
            drafts,
            (request, all) => new(EntryImportRules.Plan(request, order.Request.CommitId, all, time.GetUtcNow(), ids)),
            turn);
}
