using System.Collections.Immutable;
using DncActors.Domain.Ledger;

namespace DncActors.Contracts.Events;

/// <summary>
/// The log as a silo follows it, for gateways. A stream is asked for part by part and each part says where the next begins, so that any silo goes on with what
/// another began.
/// </summary>
[Alias("dnc.IEventsGrain")]
public interface IEventsGrain : IGrainWithIntegerKey
{
    /// <summary>The longest that an empty part may be waited for.</summary>
    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>What is behind that place; where that is nothing, what comes first within <see cref="LongestWait"/>, or an empty part.</summary>
    /// <param name="userGroupId">Changes that name it; null: changes that add or revoke entries.</param>
    [ResponseTimeout("00:00:10"), Alias("ReadOn")]
    Task<EventsPage> ReadOnAsync(string organization, string? userGroupId, long after, CancellationToken cancellation);

    /// <summary>The last sequence that the silo has applied.</summary>
    [ResponseTimeout("00:00:05"), Alias("ReadApplied")]
    Task<long> ReadAppliedAsync();

    /// <summary>The last sequence that was committed.</summary>
    [Alias("ReadHead")]
    Task<long> ReadHeadAsync(CancellationToken cancellation);

    /// <summary>An organization's changes behind a place, from the store.</summary>
    [Alias("ReadOrganization")]
    Task<ImmutableArray<Change>> ReadOrganizationAsync(string organization, long after, bool entriesOnly, int limit, CancellationToken cancellation);
}
