using DncActors.Contracts.Imports;
using DncActors.Contracts.Leads;
using DncActors.Domain.Leads;
using DncActors.Gateway.Imports;
using DncActors.Gateway.Silos;

namespace DncActors.Gateway.Leads;

/// <summary>Cuts an import of leads here and has silos take in the chunks.</summary>
sealed class SiloLeadImports(SiloCalls silos) : ILeadImports
{
    public Task<ImportReport> ImportAsync(ImportOrder order, IAsyncEnumerable<ImportLine<LeadDraft>> lines, CancellationToken cancellation) =>
        new ChunkedImport<LeadDraft>(
            order,
            ImportWeights.Of,
            (number, drafts, turn) => SiloChunks.TakeAsync(turn, () => silos.Any<ILeadChunksGrain>().TakeAsync(order, number, drafts)))
            .RunAsync(lines, cancellation);
}
