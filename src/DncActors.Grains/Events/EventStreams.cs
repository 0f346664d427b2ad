using System.Runtime.CompilerServices;
using DncActors.Contracts.Events;
using DncActors.Contracts.Nodes;
using DncActors.Domain.Ledger;
using DncActors.Grains.Following;

namespace DncActors.Grains.Events;

/// <summary>Follows the log for streams: reads on, then waits to be woken.</summary>
sealed class EventStreams(RecentLog log, StreamSignals signals, Follower follower, IAcknowledgement nodes) : IEventStreams
{
    public long Applied => follower.Applied;

    public IAsyncEnumerable<Change> FollowEntriesAsync(string organization, long after, CancellationToken cancellation) =>
        FollowAsync(organization, null, (from, into, token) => log.ReadEntriesAsync(organization, from, into, token), after, cancellation);

    public IAsyncEnumerable<Change> FollowGroupAsync(string organization, string userGroupId, long after, CancellationToken cancellation) => FollowAsync(
        organization, userGroupId, (from, into, token) => log.ReadGroupAsync(organization, userGroupId, from, into, token), after, cancellation);

    async IAsyncEnumerable<Change> FollowAsync(
        string organization,
        string? userGroupId,
        Func<long, List<Change>, CancellationToken, ValueTask<long>> read,
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
                var reached = await read(after, news, cancellation);
                // An event tells of a block: every node knows it before.
                if (news is [.., var last]) await nodes.UpToAsync(last.Sequence, cancellation);
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
}
