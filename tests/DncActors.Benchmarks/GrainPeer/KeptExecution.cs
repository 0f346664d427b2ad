namespace DncActors.Benchmarks.GrainPeer;

/// <summary>An execution, as the lead's history and its audit.</summary>
[GenerateSerializer, Alias("bench.KeptExecution")]
public sealed record KeptExecution(Guid Id, string Action, string Actor, DateTimeOffset At, string From, string To);
