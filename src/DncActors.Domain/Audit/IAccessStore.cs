using System.Collections.Immutable;
using DncActors.Domain.Paging;

namespace DncActors.Domain.Audit;

/// <summary>Who was told of the list, and who was not let in. It is beside the log: nothing follows it, and no change waits for it.</summary>
public interface IAccessStore
{
    /// <summary>The most records of one call.</summary>
    const int MaxRecords = 256;

    /// <summary>Keeps the records. What is kept already stays as it is, so that the same may be sent again after a doubt.</summary>
    Task AppendAsync(ImmutableArray<AccessRecord> records, CancellationToken cancellation);

    /// <summary>Records, newest first.</summary>
    Task<PageOf<AccessRecord>> SearchAsync(string organization, AccessQuery query, PageRequest page, CancellationToken cancellation);

    /// <summary>Lets go of the oldest records of all organizations that began before this time.</summary>
    /// <param name="limit">The most of them.</param>
    /// <returns>How many; fewer than the limit when none is left.</returns>
    Task<int> DeleteBeforeAsync(DateTimeOffset time, int limit, CancellationToken cancellation);
}
