namespace DncActors.Domain.Ledger;

/// <summary>How a commit ended, and where in the order it is.</summary>
/// <param name="Sequence">The last sequence of the commit (done, already there), else 0. What every node must be past before the answer goes out.</param>
/// <param name="Reply">What the first commit of this id kept for repeats.</param>
/// <param name="Conflict">Which guard failed, for a log line and a test: <c>lead</c>, <c>document</c>, <c>entry</c>, …; null otherwise.</param>
[GenerateSerializer, Immutable, Alias("dnc.CommitResult")]
public sealed record CommitResult(CommitOutcome Outcome, long Sequence, string? Reply, string? Conflict);
