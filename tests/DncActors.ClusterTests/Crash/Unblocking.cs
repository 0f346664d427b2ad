namespace DncActors.ClusterTests.Crash;

/// <summary>Somebody asked for the end of a block, at that time; whether it was ever done or answered is no matter.</summary>
/// <param name="Of">By what the block was made: see <see cref="Acknowledged.By"/>.</param>
public sealed record Unblocking(string Point, string Of, long InvokedAt);
