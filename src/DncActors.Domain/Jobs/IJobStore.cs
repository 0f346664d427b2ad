using System.Collections.Immutable;
using DncActors.Domain.Paging;

namespace DncActors.Domain.Jobs;

/// <summary>
/// Jobs and how far they are. A job is made by a commit; its progress is saved by who does it, and may lag: its steps are harmless to repeat.
/// </summary>
public interface IJobStore
{
    Task<Job?> ReadAsync(string organization, Guid jobId, CancellationToken cancellation);

    /// <summary>Newest first.</summary>
    Task<PageOf<Job>> SearchAsync(string organization, PageRequest page, CancellationToken cancellation);

    /// <summary>Those of all organizations that are not finished (at most 1,000).</summary>
    Task<ImmutableArray<Job>> ReadOpenAsync(CancellationToken cancellation);

    Task SaveAsync(Job job);
}
