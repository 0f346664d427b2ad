namespace DncActors.Contracts.Nodes;

/// <summary>A node's lease.</summary>
/// <param name="Holds">Whether it may answer "allowed" now.</param>
/// <param name="Left">For how long it may without hearing of the database; null for a process that has its store to itself.</param>
/// <param name="Epoch">Of its row; null without one.</param>
[GenerateSerializer, Immutable, Alias("dnc.LeaseView")]
public sealed record LeaseView(bool Holds, TimeSpan? Left, long? Epoch);
