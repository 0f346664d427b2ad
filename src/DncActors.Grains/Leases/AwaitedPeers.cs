namespace DncActors.Grains.Leases;

/// <summary>The nodes that are waited for at one moment.</summary>
/// <param name="Longest">How long the one has been that is waited for longest, not counting pauses of this process.</param>
readonly record struct AwaitedPeers(int Count, TimeSpan Longest);
