using System.Collections.Immutable;
using DncActors.Contracts.Audit;
using DncActors.Domain.Audit;
using DncActors.Domain.Paging;
using Orleans.Concurrency;

namespace DncActors.Grains.Audit;

/// <summary>Keeps and reads who was told of the list, for gateways.</summary>
[StatelessWorker, Reentrant]
sealed class AccessRecordsGrain(IAccessStore store) : Grain, IAccessRecordsGrain
{
    public Task AppendAsync(ImmutableArray<AccessRecord> records, CancellationToken cancellation) => store.AppendAsync(records, cancellation);

    public Task<PageOf<AccessRecord>> SearchAsync(string organization, AccessQuery query, PageRequest page, CancellationToken cancellation) =>
        store.SearchAsync(organization, query, page, cancellation);
}
