using System.Collections.Immutable;

namespace DncActors.Domain.Ledger;

/// <summary>Reads the log. Every list is in sequence order; <c>limit</c> is at most <see cref="MaxLimit"/>.</summary>
public interface IChangeLog
{
    const int MaxLimit = 1_000;

    /// <summary>The last sequence that was committed, 0 for an empty log.</summary>
    Task<long> ReadHeadAsync(CancellationToken cancellation);

    /// <summary>The changes behind <paramref name="after"/>, of all organizations.</summary>
    Task<ImmutableArray<Change>> ReadAsync(long after, int limit, CancellationToken cancellation);

    /// <summary>An organization's changes behind <paramref name="after"/>; those that touch entries only, where <paramref name="entriesOnly"/>.</summary>
    Task<ImmutableArray<Change>> ReadOrganizationAsync(string organization, long after, bool entriesOnly, int limit, CancellationToken cancellation);

    /// <summary>The changes that name the user group, behind <paramref name="after"/>.</summary>
    Task<ImmutableArray<Change>> ReadGroupAsync(string organization, string userGroupId, long after, int limit, CancellationToken cancellation);
}
