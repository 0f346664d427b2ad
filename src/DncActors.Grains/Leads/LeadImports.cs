using System.Collections.Immutable;
using DncActors.Contracts.Imports;
using DncActors.Contracts.Leads;
using DncActors.Domain.Identity;
using DncActors.Domain.Imports;
using DncActors.Domain.Leads;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Grains.Imports;

namespace DncActors.Grains.Leads;

/// <summary>Imports leads. A lead that is new needs no turn of its grain: its commit asks for an id that is not there yet.</summary>
sealed class LeadImports(ImportChunks chunks, ILeadStore leads, IPublishedDocuments documents, TimeProvider time, IdSource ids) : ILeadImports
{
    public Task<ImportReport> ImportAsync(ImportOrder order, IAsyncEnumerable<ImportLine<LeadDraft>> lines, CancellationToken cancellation) =>
        new ChunkedImport<LeadDraft>(order, ImportWeights.Of, (number, drafts, turn) => TakeAsync(order, number, drafts, turn))
            .RunAsync(lines, cancellation);

    public Task<Outcome<ImmutableArray<Refusal?>>> TakeAsync(ImportOrder order, int number, ImmutableArray<LeadDraft> drafts, ChunkTurn? turn = null) =>
        chunks.TakeAsync(order, number, drafts, (request, all) => PlanAsync(order, request, all), turn);

    async ValueTask<Outcome<ImportPlan>> PlanAsync(ImportOrder order, Request request, ImmutableArray<LeadDraft> drafts)
    {
        if (await documents.FindAsync(request.Organization) is not { } published) return Refusal.NotFound("organization", request.Organization);
        var given = drafts.Select(d => d.Id).OfType<string>().Distinct(StringComparer.Ordinal).ToImmutableArray();
        var taken = given.IsEmpty ? [] : await leads.FindTakenAsync(request.Organization, given, CancellationToken.None);
        return LeadImportRules.Plan(request, order.Request.CommitId, drafts, taken, published, order.Region, time.GetUtcNow(), ids);
    }
}
