using DncActors.Domain.Jobs;
using DncActors.Domain.Paging;

namespace DncActors.Contracts.Jobs;

/// <summary>Jobs and how far they are, for gateways.</summary>
[Alias("dnc.IJobReadsGrain")]
public interface IJobReadsGrain : IGrainWithIntegerKey
{
    [Alias("Read")]
    Task<Job?> ReadAsync(string organization, Guid jobId, CancellationToken cancellation);

    [Alias("Search")]
    Task<PageOf<Job>> SearchAsync(string organization, PageRequest page, CancellationToken cancellation);
}
