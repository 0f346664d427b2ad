using DncActors.Domain.Ledger;

namespace DncActors.Storage.Ledger;

/// <summary>
/// Breaks the first promise on purpose, in builds made with <c>DNC_MUTANTS</c> only: with <c>DNC_MUTANT=ack-before-commit</c> in the environment, commits
/// are answered 50 ms before they are durable. A crash test that does not notice proves nothing.
/// </summary>
internal static class LedgerMutant
{
#if DNC_MUTANTS
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
    public static Action<CommittedBatch?>? BeforeCommit(IReadOnlyList<PendingWrite> group, Action<CommittedBatch?> publish)
    {
        _ = group;
        _ = publish;
        return null;
    }
#endif
}
