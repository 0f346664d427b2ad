namespace DncActors.Domain.Ledger;

/// <summary>
/// The only writer of leads, entries, executions, published documents and changes; one per node. It gathers what is asked for at the same time into one
/// transaction.
/// </summary>
public interface ILedger
{
    /// <summary>
    /// Writes the commit whole, or says why not. The order of sequences is the order of commits. Safe to repeat with the same commit.
    /// The answer does not yet mean that every node knows (that is the acknowledgement's part).
    /// </summary>
    /// <param name="turn">Null where it need not wait for any other commit.</param>
    /// <exception cref="ArgumentException">At once: it is not made as commits are.</exception>
    /// <exception cref="LedgerUnavailableException">Unknown whether it was written, or the queue is full.</exception>
    Task<CommitResult> CommitAsync(Commit commit, CommitTurn? turn = null);

    /// <summary>The commit of this id, or null. A null proves nothing while a first try may still be under way.</summary>
    Task<FoundCommit?> FindAsync(string organization, Guid commitId);

    /// <summary>Whoever must see each committed batch, in order, before the commits in it are answered. Set once, before the first commit.</summary>
    void Subscribe(Action<CommittedBatch> onCommitted);
}
