using DncActors.Contracts.Nodes;
using DncActors.Domain.Ledger;

namespace DncActors.Grains.Following;

/// <summary>The ledger as grains and imports use it: what it answers, every node knows. A commit that is found is acknowledged by the same rule as one just
/// made.</summary>
sealed class AcknowledgedLedger(ILedger ledger, IAcknowledgement nodes, CommitInstruments instruments, TimeProvider time)
{
    /// <param name="turn">As <see cref="ILedger.CommitAsync"/> has it.</param>
    /// <exception cref="LedgerUnavailableException">Unknown whether it was written, or whether every node knows it: submit the same commit again.</exception>
    public async Task<CommitResult> CommitAsync(Commit commit, CommitTurn? turn = null)
    {
        var asked = time.GetTimestamp();
        var result = await ledger.CommitAsync(commit, turn is null ? null : turn with { Comes = ComesAsync() });
        if (result.Outcome == CommitOutcome.Withdrawn) return result;
        if (result.Sequence > 0 && !(result.Outcome == CommitOutcome.AlreadyThere && GrainsMutant.RepeatsWithoutWaiting))
        {
            var committed = time.GetTimestamp();
            await nodes.UpToAsync(result.Sequence, CancellationToken.None);
            instruments.Acknowledged(time.GetElapsedTime(committed));
        }
        instruments.Committed(commit, result.Outcome, time.GetElapsedTime(asked));
        return result;

        // What it waits for is another commit, which is counted already.
        async Task<bool> ComesAsync()
        {
            var comes = await turn.Comes;
            asked = time.GetTimestamp();
            return comes;
        }
    }

    /// <summary>The commit of this id, or null, which proves nothing while a first try may still be under way.</summary>
    public async Task<FoundCommit?> FindAsync(string organization, Guid commitId)
    {
        var found = await ledger.FindAsync(organization, commitId);
        if (found is not null && !GrainsMutant.RepeatsWithoutWaiting) await nodes.UpToAsync(found.Sequence, CancellationToken.None);
        return found;
    }

    /// <summary>For what was read: every node knows it when this returns.</summary>
    public ValueTask AcknowledgeAsync(long sequence) =>
        GrainsMutant.RepeatsWithoutWaiting ? ValueTask.CompletedTask : nodes.UpToAsync(sequence, CancellationToken.None);
}
