namespace DncActors.Domain.Ledger;

/// <summary>Which log it is: two that differ in any of these may say different things under one sequence.</summary>
/// <param name="Log">Made with the log; a copy of the database has the same.</param>
/// <param name="System">The database system's own identifier; a copy of its files has the same.</param>
/// <param name="Timeline">One more after each failover and each restore to a moment.</param>
[GenerateSerializer, Immutable, Alias("dnc.LogIdentity")]
public readonly record struct LogIdentity(Guid Log, long System, int Timeline);
