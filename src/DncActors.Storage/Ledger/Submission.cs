using System.Diagnostics;
using DncActors.Domain.Ledger;

namespace DncActors.Storage.Ledger;

/// <summary>A commit's way to the writer, and its answer's way back.</summary>
internal static class Submission
{
    /// <param name="turn">As <see cref="ILedger.CommitAsync"/> has it.</param>
    /// <exception cref="LedgerUnavailableException">The queue is full, or closed; or unknown whether it was written.</exception>
    public static Task<CommitResult> SubmitAsync(this WriteQueue queue, PendingCommit pending, CommitTurn? turn)
    {
        if (turn is not null || Activity.Current is { Recorded: true }) return TakeTurnAsync(queue, pending, turn);
        // Nearly all: whoever waits goes on at the answer itself, without a turn in the pool before that.
        try
        {
            queue.Add(pending);
        }
        catch (LedgerUnavailableException fault)
        {
            return Task.FromException<CommitResult>(fault);
        }
        return pending.Answer;
    }

    static async Task<CommitResult> TakeTurnAsync(WriteQueue queue, PendingCommit pending, CommitTurn? turn)
    {
        if (turn is not null && !await turn.Comes.ConfigureAwait(false)) return new(CommitOutcome.Withdrawn, 0, null, null);
        using var span = LedgerSpans.Commit();
        pending.Span = span;
        queue.Add(pending);
        return await pending.Answer.ConfigureAwait(false);
    }
}
