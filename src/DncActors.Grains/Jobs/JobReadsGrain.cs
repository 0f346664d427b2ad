using DncActors.Contracts.Jobs;
using DncActors.Domain.Jobs;
using DncActors.Domain.Paging;
using Orleans.Concurrency;

namespace DncActors.Grains.Jobs;

/// <summary>Reads jobs for gateways.</summary>
[StatelessWorker, Reentrant]
sealed class JobReadsGrain(IJobStore jobs) : Grain, IJobReadsGrain
{
    public Task<Job?> ReadAsync(string organization, Guid jobId, CancellationToken cancellation) => jobs.ReadAsync(organization, jobId, cancellation);

    public Task<PageOf<Job>> SearchAsync(string organization, PageRequest page, CancellationToken cancellation) =>
        jobs.SearchAsync(organization, page, cancellation);
}
