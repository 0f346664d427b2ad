using System.Collections.Immutable;
using DncActors.Contracts.Imports;
using DncActors.Contracts.Registry;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Registry;
using Orleans.Concurrency;

namespace DncActors.Grains.Registry;

/// <summary>Chunks of entries that gateways send.</summary>
[StatelessWorker, Reentrant]
sealed class EntryChunksGrain(EntryImports imports) : Grain, IEntryChunksGrain
{
    public Task<Outcome<ImmutableArray<Refusal?>>> TakeAsync(ImportOrder order, int number, ImmutableArray<EntryDraft> drafts) =>
        imports.TakeAsync(order, number, drafts);
}
