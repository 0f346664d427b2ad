using DncActors.Domain.ContactPoints;

namespace DncActors.Domain.Registry;

/// <summary>
/// What all entries of one contact point that were not revoked amount to: per channel, until when it is blocked.
/// Unix milliseconds; 0 = not blocked, <see cref="Forever"/> = no end. A follower replaces the value, so replay and repetition are harmless.
/// </summary>
[GenerateSerializer, Immutable, Alias("dnc.BlockedUntil")]
public readonly record struct BlockedUntil(long Call, long Sms, long Email)
{
    public const long Forever = long.MaxValue;

    public static readonly BlockedUntil Nothing;

    /// <summary>Without an end, on each of these channels.</summary>
    public static BlockedUntil ForGood(Channels channels) => Nothing.With(channels, null);

    public bool IsNothing => Call == 0 && Sms == 0 && Email == 0;

    /// <summary>Until when the channel (one, not a set) is blocked.</summary>
    public long Of(Channels channel) => channel switch
    {
        Channels.Call => Call,
        Channels.Sms => Sms,
        Channels.Email => Email,
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "One channel, not a set."),
    };

    public bool Blocks(Channels channel, long nowMilliseconds) => Of(channel) > nowMilliseconds;

    /// <summary>This and one entry more: the later end wins on each of its channels.</summary>
    public BlockedUntil With(Channels channels, DateTimeOffset? expiresAt)
    {
        var until = expiresAt?.ToUnixTimeMilliseconds() ?? Forever;
        return new(
            channels.HasFlag(Channels.Call) ? Math.Max(Call, until) : Call,
            channels.HasFlag(Channels.Sms) ? Math.Max(Sms, until) : Sms,
            channels.HasFlag(Channels.Email) ? Math.Max(Email, until) : Email);
    }
}
