namespace DncActors.ClusterTests.Crash;

/// <summary>A contact point was reported as blocked on every channel of its kind, by an answer that had arrived at that time.</summary>
/// <param name="OverAt">The earliest moment at which the block may have expired, if it ever does.</param>
public sealed record Acknowledged(string Point, string By, long At, long? OverAt = null);
