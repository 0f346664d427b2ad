using System.Collections.Immutable;

namespace DncActors.Domain.Ledger;

/// <summary>What one transaction appended to the log.</summary>
/// <param name="After">The head before it: who has applied less has missed something and must catch up first.</param>
/// <param name="UpTo">Its own last sequence.</param>
[GenerateSerializer, Immutable, Alias("dnc.CommittedBatch")]
public sealed record CommittedBatch(long After, long UpTo, ImmutableArray<Change> Changes)
{
    /// <summary>The log that it was appended to, where it is told to another process; null from a node of a version before.</summary>
    [Id(0)]
    public LogIdentity? Log { get; init; }
}
