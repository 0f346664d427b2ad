using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;

namespace DncActors.Grains.ContactChecks.Index;

/// <summary>
/// What a slot knows of its contact point, in 8 bytes: the channels that are blocked, the earliest of their ends, and whether there is more than one end
/// (the others
/// are then in the side table). Before the earliest end, and for all who have but one end, a look-up needs nothing else.
/// </summary>
readonly record struct BlockValue(ulong Bits)
{
    const int EndShift = 4;
    const ulong ChannelBits = 0b0111;
    const ulong SeveralBit = 0b1000;
    const ulong NoEnd = ulong.MaxValue >> EndShift;

    public Channels Channels => (Channels)(byte)(Bits & ChannelBits);

    public bool HasSeveralEnds => (Bits & SeveralBit) != 0;

    /// <summary>Unix milliseconds of the earliest end.</summary>
    public long EarliestEnd => Bits >> EndShift is var end && end == NoEnd ? BlockedUntil.Forever : (long)end;

    /// <summary>The value of something that is blocked on at least one channel.</summary>
    public static BlockValue Of(in BlockedUntil until)
    {
        var (channels, earliest, latest) = (Channels.None, BlockedUntil.Forever, 0L);
        Take(until.Call, Channels.Call, ref channels, ref earliest, ref latest);
        Take(until.Sms, Channels.Sms, ref channels, ref earliest, ref latest);
        Take(until.Email, Channels.Email, ref channels, ref earliest, ref latest);
        var end = (ulong)earliest >= NoEnd ? NoEnd : (ulong)earliest;
        return new((end << EndShift) | (earliest == latest ? 0 : SeveralBit) | (byte)channels);
    }

    static void Take(long until, Channels channel, ref Channels channels, ref long earliest, ref long latest)
    {
        if (until <= 0) return;
        channels |= channel;
        earliest = Math.Min(earliest, until);
        latest = Math.Max(latest, until);
    }
}
