using System.Runtime.CompilerServices;
using DncActors.Contracts.Events;
using DncActors.Contracts.Nodes;
using DncActors.Domain.Ledger;
using DncActors.Grains.Following;

namespace DncActors.Grains.Events;

/// <summary>Follows the log for streams: reads on, then waits to be woken.</summary>
sealed class EventStreams(RecentLog log, StreamSignals signals, Follower follower, IAcknowledgement nodes, TimeProvider time) : IEventStreams
{
    public ValueTask<long> ReadAppliedAsync(CancellationToken cancellation) => new(follower.Applied);

    public IAsyncEnumerable<Change> FollowEntriesAsync(string organization, long after, CancellationToken cancellation) =>
        FollowAsync(organization, null, after, cancellation);

    public IAsyncEnumerable<Change> FollowGroupAsync(string organization, string userGroupId, long after, CancellationToken cancellation) =>
        FollowAsync(organization, userGroupId, after, cancellation);

    /// <summary>One part of a stream: what is behind a place, or what comes first within the wait, or nothing.</summary>
    public async Task<EventsPage> ReadOnAsync(string organization, string? userGroupId, long after, TimeSpan wait, CancellationToken cancellation)
    {
        using var over = new CancellationTokenSource(wait, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation, over.Token);
        var signal = signals.Open(organization, userGroupId);
        try
        {
            var news = new List<Change>();
            while (true)
            {
                // Taken before reading: what is applied after the reading wakes it.
                var next = signal.Next;
                var reached = await ReadAsync(organization, userGroupId, after, news, cancellation);
                if (news is [.., var last])
                {
                    // An event tells of a block: every node knows it before.
                    await nodes.UpToAsync(last.Sequence, cancellation);
                    return PageOf(news, reached);
                }
                if (reached == after) await next.WaitAsync(limit.Token);
                after = reached;
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return new([], after);
        }
        finally
        {
            signals.Close(organization, userGroupId);
        }
    }

    async IAsyncEnumerable<Change> FollowAsync(
        string organization, string? userGroupId, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var signal = signals.Open(organization, userGroupId);
        try
        {
            var news = new List<Change>();
            while (true)
            {
                // Taken before reading: what is applied after the reading wakes it.
                var next = signal.Next;
                var reached = await ReadAsync(organization, userGroupId, after, news, cancellation);
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

    ValueTask<long> ReadAsync(string organization, string? userGroupId, long after, List<Change> into, CancellationToken cancellation) =>
        userGroupId is null
            ? log.ReadEntriesAsync(organization, after, into, cancellation)
            : log.ReadGroupAsync(organization, userGroupId, after, into, cancellation);

    /// <summary>As much of it as goes into one message.</summary>
    static EventsPage PageOf(List<Change> news, long reached)
    {
        var weight = 0;
        for (var i = 0; i < news.Count - 1; i++)
        {
            weight += StreamRules.WeightOf(news[i]);
            if (weight >= EventsPage.MostWeight) return new([.. news.Take(i + 1)], news[i].Sequence);
        }
        return new([.. news], reached);
    }
}
