namespace DncActors.Benchmarks.Peer;

/// <summary>An execution that is asked for.</summary>
/// <param name="EntryIds">The ids of its entries, all but the last two digits, which number them: two entries for a contact point.</param>
sealed record PeerRequest(string Lead, Guid Id, Guid Fingerprint, string Actor, DateTimeOffset At, string EntryIds, string? Note)
{
    public const string Organization = "default";

    public const int DigitsOfAnEntry = 2;
}
