using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DncActors.Contracts.Events;
using DncActors.Domain.Ledger;
using DncActors.Grains.Following;

namespace DncActors.Grains.Events;

/// <summary>Follows the log for streams: from memory where the ring reaches back far enough, else page by page from the log; then waits to be woken.</summary>
sealed class EventStreams(IChangeLog log, ChangeRing ring, StreamSignals signals, Follower follower) : IEventStreams
{
    const int PageSize = 500;

    public long Applied => follower.Applied;

    public IAsyncEnumerable<Change> FollowEntriesAsync(string organization, long after, CancellationToken cancellation) => FollowAsync(
        organization,
        null,
        c => c.Organization == organization && StreamRules.TouchesEntries(c),
        (from, limit, token) => log.ReadOrganizationAsync(organization, from, entriesOnly: true, limit, token),
        after,
        cancellation);

    public IAsyncEnumerable<Change> FollowGroupAsync(string organization, string userGroupId, long after, CancellationToken cancellation) => FollowAsync(
        organization,
        userGroupId,
        c => c.Organization == organization && StreamRules.Names(c, userGroupId),
        (from, limit, token) => log.ReadGroupAsync(organization, userGroupId, from, limit, token),
        after,
        cancellation);

    async IAsyncEnumerable<Change> FollowAsync(
        string organization,
        string? userGroupId,
        Func<Change, bool> wanted,
        Func<long, int, CancellationToken, Task<ImmutableArray<Change>>> readPage,
        long after,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var signal = signals.Open(organization, userGroupId);
        try
        {
            var news = new List<Change>();
            while (true)
            {
                // Taken before reading: what is applied after the reading wakes it.
                var next = signal.Next;
                var reached = await ReadAsync(after, wanted, readPage, news, cancellation);
                foreach (var change in news) yield return change;
                if (reached == after) await next.WaitAsync(cancellation);
                after = reached;
                news.Clear();
            }
        }
        finally
        {
            signals.Close(organization, userGroupId);
        }
    }

    /// <summary>What is behind the position, and the position that this leads to; the same one where there is nothing.</summary>
    async ValueTask<long> ReadAsync(
        long after,
        Func<Change, bool> wanted,
        Func<long, int, CancellationToken, Task<ImmutableArray<Change>>> readPage,
        List<Change> into,
        CancellationToken cancellation)
    {
        if (ring.TryRead(after, wanted, PageSize, into, out var reached)) return reached;
        // Noted before the page is read: the page has everything up to it.
        var applied = follower.Applied;
        var page = await readPage(after, PageSize, cancellation);
        into.AddRange(page);
        return FollowRules.ReachedBy(page, PageSize, applied, after);
    }
}
