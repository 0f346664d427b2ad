using System.Runtime.CompilerServices;
using DncActors.Contracts.Events;
using DncActors.Domain.Ledger;
using DncActors.Gateway.Silos;

namespace DncActors.Gateway.Events;

/// <summary>
/// Follows the log part by part, each fetched from whichever silo answers. Where the next part begins is known here alone, so that a silo that goes takes no
/// event with it, and none comes twice.
/// </summary>
sealed class SiloEventStreams(SiloCalls silos, TimeProvider time) : IEventStreams
{
    /// <summary>A silo that is not there any more is given up this long after it should have answered.</summary>
    static readonly TimeSpan LongestCall = IEventsGrain.LongestWait + TimeSpan.FromSeconds(2);

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public async ValueTask<long> ReadAppliedAsync(CancellationToken cancellation) =>
        await silos.AskAsync(() => silos.Any<IEventsGrain>().ReadAppliedAsync(), static _ => true, cancellation);

    public IAsyncEnumerable<Change> FollowEntriesAsync(string organization, long after, CancellationToken cancellation) =>
        FollowAsync(organization, null, after, cancellation);

    public IAsyncEnumerable<Change> FollowGroupAsync(string organization, string userGroupId, long after, CancellationToken cancellation) =>
        FollowAsync(organization, userGroupId, after, cancellation);

    async IAsyncEnumerable<Change> FollowAsync(
        string organization, string? userGroupId, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            if (await TryReadOnAsync(organization, userGroupId, after, cancellation) is { } page)
            {
                foreach (var change in page.Changes) yield return change;
                after = Math.Max(after, page.Reached);
            }
            else
            {
                await Task.Delay(Pause, time, cancellation);
            }
        }
    }

    async Task<EventsPage?> TryReadOnAsync(string organization, string? userGroupId, long after, CancellationToken cancellation)
    {
        try
        {
            return await silos.Any<IEventsGrain>().ReadOnAsync(organization, userGroupId, after, cancellation).WaitAsync(LongestCall, time, cancellation);
        }
        catch (Exception fault) when (SiloCalls.Passes(fault) && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}
