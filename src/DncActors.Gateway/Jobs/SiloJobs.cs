using System.Collections.Immutable;
using DncActors.Contracts.Jobs;
using DncActors.Domain.Jobs;
using DncActors.Domain.Paging;
using DncActors.Gateway.Silos;

namespace DncActors.Gateway.Jobs;

/// <summary>Reads jobs through a silo.</summary>
sealed class SiloJobs(SiloCalls silos) : IJobStore
{
    public Task<Job?> ReadAsync(string organization, Guid jobId, CancellationToken cancellation) =>
        SiloCalls.ReadAsync(() => silos.Any<IJobReadsGrain>().ReadAsync(organization, jobId, cancellation));

    public Task<PageOf<Job>> SearchAsync(string organization, PageRequest page, CancellationToken cancellation) =>
        SiloCalls.ReadAsync(() => silos.Any<IJobReadsGrain>().SearchAsync(organization, page, cancellation));

    public Task<ImmutableArray<Job>> ReadOpenAsync(CancellationToken cancellation) => throw new NotSupportedException("Jobs are done by silos.");

    public Task SaveAsync(Job job) => throw new NotSupportedException("Jobs are done by silos.");
}
