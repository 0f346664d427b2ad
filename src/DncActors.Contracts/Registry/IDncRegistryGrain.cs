using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Registry;
using Orleans.Concurrency;

namespace DncActors.Contracts.Registry;

/// <summary>
/// One shard of an organization's Do Not Contact list, <c>{organization}/shard-NN</c> by a fixed hash of the contact point. It adds and revokes through the
/// ledger,
/// explains blocks, and counts what the entries have blocked. It orders nothing and no check waits for it.
/// </summary>
[Alias("dnc.IDncRegistryGrain")]
public interface IDncRegistryGrain : IGrainWithStringKey
{
    /// <summary>Adds an entry; answered when every node blocks.</summary>
    [Alias("Add")]
    Task<Outcome<DncEntry>> AddAsync(Request request, EntryDraft draft);

    /// <summary>Revokes an entry that stems from no lead.</summary>
    [Alias("Revoke")]
    Task<Outcome<DncEntry>> RevokeAsync(Request request, DncEntry entry, RevocationDraft draft);

    /// <summary>Why the contact point is blocked on the channel, as of at least this sequence. Empty where nothing blocks it.</summary>
    [AlwaysInterleave, Alias("Explain")]
    Task<ImmutableArray<VerdictReason>> ExplainAsync(ContactPoint point, Channels channel, long asOf, DateTimeOffset now);

    /// <summary>Checks that were blocked, to be counted with the entries that did it; may be lost.</summary>
    [OneWay, Alias("CountHits")]
    Task CountHitsAsync(ImmutableArray<PointHits> hits);

    /// <summary>The counts of these entries (at most 1,000); those never hit are left out.</summary>
    [AlwaysInterleave, Alias("GetHits")]
    Task<ImmutableArray<EntryHits>> GetHitsAsync(ImmutableArray<Guid> entryIds);
}
