using System.Collections.Immutable;
using DncActors.Domain.Ledger;

namespace DncActors.Contracts.UserGroups;

/// <summary>
/// A user group, <c>{organization}/{groupId}</c>: which workflow versions it is in step with, and its recent feed. It moves only by reading its own changes
/// from the
/// log, contiguously from its cursor: each once, in order, whoever died.
/// </summary>
[Alias("dnc.IUserGroupGrain")]
public interface IUserGroupGrain : IGrainWithStringKey
{
    /// <summary>
    /// There is more in the log for this group, up to this sequence at least: done when it was read. An active group that does not hear of it reads it at its
    /// own timer; one that cannot become active is known by this alone.
    /// </summary>
    [Alias("Hint")]
    Task HintAsync(long upTo);

    /// <summary>How far the group is; it reads the log first. Empty for a group that nobody has heard of.</summary>
    [Alias("GetSync")]
    Task<UserGroupSync> GetSyncAsync();

    /// <summary>The last changes that concerned the group, newest first, at most 100.</summary>
    [Alias("GetRecent")]
    Task<ImmutableArray<Change>> GetRecentAsync(int limit);
}
