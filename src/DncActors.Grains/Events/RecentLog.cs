using System.Collections.Immutable;
using DncActors.Domain.Ledger;
using DncActors.Grains.Following;

namespace DncActors.Grains.Events;

/// <summary>Reads on in the log from any place: from memory where the ring reaches back far enough, else a page of the store's.</summary>
sealed class RecentLog(IChangeLog log, ChangeRing ring, Follower follower)
{
    /// <summary>A change of an import carries hundreds of entries: with pages of 500, eight streams that resumed behind one took 400 MB, and now 75.</summary>
    const int PageSize = 32;

    /// <summary>What follows of an organization's changes that touch entries.</summary>
    /// <returns>The place that this leads to; the same one where nothing is behind it.</returns>
    public ValueTask<long> ReadEntriesAsync(string organization, long after, List<Change> into, CancellationToken cancellation) => ReadAsync(
        after,
        c => c.Organization == organization && StreamRules.TouchesEntries(c),
        () => log.ReadOrganizationAsync(organization, after, entriesOnly: true, PageSize, cancellation),
        into);

    /// <summary>The same for the changes that name a user group.</summary>
    public ValueTask<long> ReadGroupAsync(string organization, string userGroupId, long after, List<Change> into, CancellationToken cancellation) => ReadAsync(
        after,
        c => c.Organization == organization && StreamRules.Names(c, userGroupId),
        () => log.ReadGroupAsync(organization, userGroupId, after, PageSize, cancellation),
        into);

    async ValueTask<long> ReadAsync(long after, Func<Change, bool> wanted, Func<Task<ImmutableArray<Change>>> readPage, List<Change> into)
    {
        if (ring.TryRead(after, wanted, PageSize, into, out var reached)) return reached;
        // Noted before the page is read: the page has everything up to it.
        var applied = follower.Applied;
        var page = await readPage();
        into.AddRange(page);
        return FollowRules.ReachedBy(page, PageSize, applied, after);
    }
}
