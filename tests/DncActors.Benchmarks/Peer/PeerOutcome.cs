namespace DncActors.Benchmarks.Peer;

/// <summary>What the transaction came to.</summary>
/// <param name="Written">False where the lead stands elsewhere or the request came before.</param>
sealed record PeerOutcome(bool Written, int Entries, string[] UserGroups)
{
    public static PeerOutcome Nothing { get; } = new(false, 0, []);
}
