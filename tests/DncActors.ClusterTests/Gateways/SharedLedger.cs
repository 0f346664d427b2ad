using DncActors.Domain.Ledger;

namespace DncActors.ClusterTests.Gateways;

/// <summary>One ledger under several silos of a process: each of their followers has a batch before its commits are answered.</summary>
sealed class SharedLedger : ILedger
{
    readonly ILedger _inner;
    readonly List<Action<CommittedBatch>> _followers = [];
    readonly Lock _gate = new();

    public SharedLedger(ILedger inner)
    {
        _inner = inner;
        inner.Subscribe(Tell);
    }

    public Task<CommitResult> CommitAsync(Commit commit, CommitTurn? turn = null) => _inner.CommitAsync(commit, turn);

    public Task<FoundCommit?> FindAsync(string organization, Guid commitId) => _inner.FindAsync(organization, commitId);

    public void Subscribe(Action<CommittedBatch> onCommitted)
    {
        lock (_gate) _followers.Add(onCommitted);
    }

    void Tell(CommittedBatch batch)
    {
        lock (_gate)
        {
            foreach (var follower in _followers) follower(batch);
        }
    }
}
