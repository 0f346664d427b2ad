using DncActors.Domain.Ledger;
using DncActors.Domain.Outcomes;
using DncActors.Grains.Following;
using Microsoft.Extensions.Logging;

namespace DncActors.Grains.Deciding;

/// <summary>
/// How every change is made: looked up by its id, planned, committed, and planned again where something it was planned with has moved. What it answers is
/// durable and known to every node; an answer that is not known is <see cref="RefusalCode.Unavailable"/>.
/// </summary>
sealed partial class DecisionLoop(AcknowledgedLedger ledger, Follower follower, ILogger<DecisionLoop> logger)
{
    /// <summary>Each further round means that somebody else's commit came between: it is their progress, not a lost one.</summary>
    public const int MostRounds = 8;

    /// <param name="request">Whose commit id is looked up.</param>
    /// <param name="plan">Plans with what is known now; called again after a conflict.</param>
    /// <param name="repeat">The answer of the commit that is there already, from what it kept for repeats.</param>
    /// <param name="inDoubt">Called where the ledger could not say what became of it.</param>
    public async Task<Outcome<T>> RunAsync<T>(
        Request request, Func<ValueTask<Outcome<Decision<T>>>> plan, Func<string?, ValueTask<Outcome<T>>> repeat, Action inDoubt)
    {
        try
        {
            if (await ledger.FindAsync(request.Organization, request.CommitId) is { } found)
            {
                return found.Fingerprint == request.Fingerprint ? await repeat(found.Reply) : DecidingRefusals.Reused();
            }
            return await DecideAsync(plan, repeat);
        }
        catch (LedgerUnavailableException fault)
        {
            LogUnknown(logger, fault, request.Organization, request.CommitId);
            inDoubt();
            return DecidingRefusals.Unknown();
        }
    }

    /// <summary>
    /// The same without looking first: the writer finds a repeat, and who plans looks before it says that nothing is to be written. Lets
    /// <see cref="LedgerUnavailableException"/> through.
    /// </summary>
    public async Task<Outcome<T>> DecideAsync<T>(Func<ValueTask<Outcome<Decision<T>>>> plan, Func<string?, ValueTask<Outcome<T>>> repeat)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var planned = await plan();
            if (!planned.Ok) return planned.Refusal;
            if (planned.Value.Commit is not { } commit) return planned.Value.Answer;
            var result = await ledger.CommitAsync(commit);
            switch (result.Outcome)
            {
                case CommitOutcome.Done:
                    return planned.Value.Answer;
                case CommitOutcome.AlreadyThere:
                    return await repeat(result.Reply);
                case CommitOutcome.AnotherUnderThisId:
                    return DecidingRefusals.Reused();
                default:
                    LogConflict(logger, commit.Organization, commit.Id, result.Conflict);
                    // What was planned with may have moved in the log without this node having it yet.
                    await follower.CatchUpAsync(CancellationToken.None);
                    break;
            }
        }
        return DecidingRefusals.Busy();
    }

    [LoggerMessage(1, LogLevel.Warning, "Unknown whether commit {CommitId} of {Organization} was written")]
    private static partial void LogUnknown(ILogger logger, Exception fault, string organization, Guid commitId);

    [LoggerMessage(2, LogLevel.Debug, "Commit {CommitId} of {Organization} met a conflict ({Conflict}) and is planned again")]
    private static partial void LogConflict(ILogger logger, string organization, Guid commitId, string? conflict);
}
