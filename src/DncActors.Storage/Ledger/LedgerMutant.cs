using DncActors.Domain.Ledger;

namespace DncActors.Storage.Ledger;

/// <summary>
/// Breaks the first promise on purpose, in builds made with <c>DNC_MUTANTS</c> only: with <c>DNC_MUTANT=ack-before-commit</c> in the environment, commits
/// are answered 50 ms before they are durable; with <c>revoked-renewed</c> a node's lease is renewed that a writer has revoked. A test that does not notice
/// proves nothing.
/// </summary>
internal static class LedgerMutant
{
#if DNC_MUTANTS
    public static bool RenewsRevoked { get; } = Environment.GetEnvironmentVariable("DNC_MUTANT") == "revoked-renewed";

    const int Milliseconds = 50;

    static readonly bool AnswersEarly = Environment.GetEnvironmentVariable("DNC_MUTANT") == "ack-before-commit";

    static readonly ManualResetEventSlim Never = new();

    public static Action<CommittedBatch?>? BeforeCommit(IReadOnlyList<PendingWrite> group, Action<CommittedBatch?> publish) => !AnswersEarly
        ? null
        : batch =>
        {
            publish(batch);
            foreach (var write in group) write.Complete();
            Never.Wait(Milliseconds);
        };
#else
    public static bool RenewsRevoked => false;

    public static Action<CommittedBatch?>? BeforeCommit(IReadOnlyList<PendingWrite> group, Action<CommittedBatch?> publish)
    {
        _ = group;
        _ = publish;
        return null;
    }
#endif
}
