namespace DncActors.ClusterTests.Crash;

/// <summary>A contact point was reported as blocked on every channel of its kind, by an answer that had arrived at that time.</summary>
public sealed record Acknowledged(string Point, string By, long At);
