using System.Collections.Immutable;
using DncActors.Domain.Audit;
using DncActors.Domain.Paging;

namespace DncActors.Contracts.Audit;

/// <summary>Keeps and reads who was told of the list, for gateways.</summary>
[Alias("dnc.IAccessRecordsGrain")]
public interface IAccessRecordsGrain : IGrainWithIntegerKey
{
    /// <summary>Keeps the records, each once however often it is sent.</summary>
    [Alias("Append")]
    Task AppendAsync(ImmutableArray<AccessRecord> records, CancellationToken cancellation);

    [Alias("Search")]
    Task<PageOf<AccessRecord>> SearchAsync(string organization, AccessQuery query, PageRequest page, CancellationToken cancellation);
}
