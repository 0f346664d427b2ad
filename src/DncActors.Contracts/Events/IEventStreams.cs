using DncActors.Domain.Ledger;

namespace DncActors.Contracts.Events;

/// <summary>The log, followed: what is behind a sequence, then what comes, in order, each once, until cancelled. Any node continues any stream.</summary>
public interface IEventStreams
{
    /// <summary>Changes that add or revoke entries.</summary>
    IAsyncEnumerable<Change> FollowEntriesAsync(string organization, long after, CancellationToken cancellation);

    /// <summary>Changes that name the user group.</summary>
    IAsyncEnumerable<Change> FollowGroupAsync(string organization, string userGroupId, long after, CancellationToken cancellation);

    /// <summary>The last sequence that this node has applied: where a stream begins that asks for nothing older.</summary>
    ValueTask<long> ReadAppliedAsync(CancellationToken cancellation);
}
