using System.Collections.Immutable;
using DncActors.Contracts.Imports;
using DncActors.Domain.Imports;
using DncActors.Domain.Ledger;
using DncActors.Domain.Outcomes;
using DncActors.Grains.Deciding;
using DncActors.Grains.Following;

namespace DncActors.Grains.Imports;

/// <summary>Takes in chunks of imports: one plan, one commit, one acknowledgement each. A chunk that is sent again finds what is in.</summary>
sealed class ImportChunks(AcknowledgedLedger ledger, Follower follower)
{
    /// <param name="plan">Plans the drafts as one commit.</param>
    /// <param name="turn">Null for a chunk that nothing is before, and nothing waits for.</param>
    public async Task<Outcome<ImmutableArray<Refusal?>>> TakeAsync<T>(
        ImportOrder order,
        int number,
        ImmutableArray<T> drafts,
        Func<Request, ImmutableArray<T>, ValueTask<Outcome<ImportPlan>>> plan,
        ChunkTurn? turn = null)
    {
        try
        {
            var request = order.Request with
            {
                CommitId = ImportOrder.ChunkId(order.Request.CommitId, number),
                Fingerprint = ChunkFingerprint.Of(order.Request.Fingerprint, drafts),
            };
            return await CommitAsync(request, order.DryRun, () => plan(request, drafts), turn);
        }
        catch (LedgerUnavailableException)
        {
            return DecidingRefusals.Unknown();
        }
    }

    /// <summary>For each draft why it is refused, or null.</summary>
    async Task<Outcome<ImmutableArray<Refusal?>>> CommitAsync(
        Request request, bool dryRun, Func<ValueTask<Outcome<ImportPlan>>> plan, ChunkTurn? turn)
    {
        var planned = await plan();
        for (var round = 0; round < DecisionLoop.MostRounds; round++)
        {
            if (!planned.Ok) return planned.Refusal;
            var lines = planned.Value.Refusals;
            if (dryRun) return lines;
            // Refused lines may be refused because the chunk is in already: its own reply knows better.
            if (lines.Any(r => r is not null) && await ledger.FindAsync(request.Organization, request.CommitId) is { } found)
            {
                return found.Fingerprint == request.Fingerprint ? ImportReply.Read(found.Reply ?? "", lines) : DecidingRefusals.Reused();
            }
            if (planned.Value.Commit is not { } commit) return lines;
            var result = await ledger.CommitAsync(commit, turn?.ToCommit());
            if (result.Outcome == CommitOutcome.Withdrawn) return (await turn!.Before)!;
            if (result.Outcome == CommitOutcome.Done) return lines;
            if (result.Outcome == CommitOutcome.AlreadyThere) return ImportReply.Read(result.Reply ?? "", lines);
            if (result.Outcome == CommitOutcome.AnotherUnderThisId) return DecidingRefusals.Reused();
            await follower.CatchUpAsync(CancellationToken.None);
            planned = await plan();
        }
        return DecidingRefusals.Busy();
    }
}
