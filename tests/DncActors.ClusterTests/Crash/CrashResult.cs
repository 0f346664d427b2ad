namespace DncActors.ClusterTests.Crash;

/// <summary>What a run amounted to.</summary>
public sealed record CrashResult(int Kills, int Executions, int Imports, int Checks, IReadOnlyList<string> Violations);
