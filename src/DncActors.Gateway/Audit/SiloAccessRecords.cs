using System.Collections.Immutable;
using DncActors.Contracts.Audit;
using DncActors.Domain.Audit;
using DncActors.Domain.Paging;
using DncActors.Gateway.Silos;

namespace DncActors.Gateway.Audit;

/// <summary>Keeps and reads records of access through a silo.</summary>
sealed class SiloAccessRecords(SiloCalls silos) : IAccessStore
{
    public Task AppendAsync(ImmutableArray<AccessRecord> records, CancellationToken cancellation) => SiloCalls.ReadAsync(async () =>
    {
        await silos.Any<IAccessRecordsGrain>().AppendAsync(records, cancellation);
        return true;
    });

    public Task<PageOf<AccessRecord>> SearchAsync(string organization, AccessQuery query, PageRequest page, CancellationToken cancellation) =>
        SiloCalls.ReadAsync(() => silos.Any<IAccessRecordsGrain>().SearchAsync(organization, query, page, cancellation));

    public Task<int> DeleteBeforeAsync(DateTimeOffset time, int limit, CancellationToken cancellation) =>
        throw new NotSupportedException("Silos let go of what is too old.");
}
