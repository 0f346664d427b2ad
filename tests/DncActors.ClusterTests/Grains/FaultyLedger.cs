using DncActors.Domain.Ledger;

namespace DncActors.ClusterTests.Grains;

/// <summary>A ledger that does what tests ask for around a commit: nothing, lose its answer, or let something happen first.</summary>
sealed class FaultyLedger(ILedger inner) : ILedger
{
    Func<Commit, Task>? _before;
    int _answersToLose;
    int _answersToTurn;

    /// <summary>Happens once, before the next commit that an edit or execution asks for.</summary>
    public void Before(Func<Commit, Task> act) => _before = act;

    /// <summary>The next commit is written and its answer lost.</summary>
    public void LoseNextAnswer() => Interlocked.Increment(ref _answersToLose);

    /// <summary>The next commit is written, and answered as a conflict: another node may write the same between a try and its next plan.</summary>
    public void AnswerNextAsConflict() => Interlocked.Increment(ref _answersToTurn);

    public async Task<CommitResult> CommitAsync(Commit commit, CommitTurn? turn = null)
    {
        if (Interlocked.Exchange(ref _before, null) is { } before) await before(commit);
        var result = await inner.CommitAsync(commit, turn);
        if (Interlocked.Exchange(ref _answersToLose, 0) > 0) throw new LedgerUnavailableException("The answer was lost.");
        return Interlocked.Exchange(ref _answersToTurn, 0) > 0 ? new(CommitOutcome.Conflict, 0, null, "lead") : result;
    }

    public Task<FoundCommit?> FindAsync(string organization, Guid commitId) => inner.FindAsync(organization, commitId);

    public void Subscribe(Action<CommittedBatch> onCommitted) => inner.Subscribe(onCommitted);
}
