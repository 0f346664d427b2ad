namespace DncActors.Domain.Ledger;

/// <summary>Where a log ends, and which one it is.</summary>
/// <param name="Sequence">The last that was written; 0 where there is none.</param>
public readonly record struct IdentifiedHead(LogIdentity Log, long Sequence);
