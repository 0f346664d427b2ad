namespace DncActors.Gateway.Admission;

/// <summary>
/// What each API key may ask of this process in a second, with a burst of one second's worth. More is answered 429 with <c>Retry-After</c>. Every process
/// counts by itself.
/// </summary>
public sealed record RateLimitOptions
{
    /// <summary>
    /// Contact points that a key may check, each of a batch counted. A batch of more than that is let in when the key has used nothing for a second, and is
    /// paid for by the seconds that follow. Default: 0, no limit.
    /// </summary>
    public int ChecksPerSecond { get; init; }

    /// <summary>Changes that a key may ask for; an import is one. Default: 0, no limit.</summary>
    public int ChangesPerSecond { get; init; }
}
