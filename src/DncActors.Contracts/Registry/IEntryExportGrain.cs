using System.Collections.Immutable;
using DncActors.Domain.Registry;
using Orleans.Concurrency;

namespace DncActors.Contracts.Registry;

/// <summary>One export of a gateway's, under a key of its own: holds the place in the store while the parts are fetched.</summary>
[Alias("dnc.IEntryExportGrain")]
public interface IEntryExportGrain : IGrainWithGuidKey
{
    /// <summary>The next entries that match, oldest first; none: that was all.</summary>
    /// <param name="after">The last entry that the caller has, null for none: a place that was lost with a silo is looked for from the beginning.</param>
    [Alias("ReadOn")]
    Task<ImmutableArray<DncEntry>> ReadOnAsync(string organization, EntryQuery query, Guid? after);

    /// <summary>Nothing more will be asked for; lost, the place is given up after some minutes.</summary>
    [OneWay, Alias("End")]
    Task EndAsync();
}
