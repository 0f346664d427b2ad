namespace DncActors.ClusterTests.Crash;

/// <summary>A contact check that was answered with "allowed".</summary>
public sealed record Checked(string Point, string How, long InvokedAt, long AnsweredAt);
