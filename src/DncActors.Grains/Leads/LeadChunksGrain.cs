using System.Collections.Immutable;
using DncActors.Contracts.Imports;
using DncActors.Contracts.Leads;
using DncActors.Domain.Leads;
using DncActors.Domain.Outcomes;
using Orleans.Concurrency;

namespace DncActors.Grains.Leads;

/// <summary>Chunks of leads that gateways send.</summary>
[StatelessWorker, Reentrant]
sealed class LeadChunksGrain(LeadImports imports) : Grain, ILeadChunksGrain
{
    public Task<Outcome<ImmutableArray<Refusal?>>> TakeAsync(ImportOrder order, int number, ImmutableArray<LeadDraft> drafts) =>
        imports.TakeAsync(order, number, drafts);
}
