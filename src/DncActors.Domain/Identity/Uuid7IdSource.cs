using System.Buffers.Binary;
using System.Security.Cryptography;

namespace DncActors.Domain.Identity;

/// <summary>
/// UUIDs of version 7 (RFC 9562): 48 bits of time, 74 random bits. One that is drawn for the same millisecond as the one before it lies a random step behind
/// it (its section 6.2, method 2): an import draws hundreds so, and an index takes them in at its end.
/// </summary>
public sealed class Uuid7IdSource : IdSource
{
    const int RandomDraws = 256;
    const int DrawBytes = sizeof(ulong);

    const ulong Version = 0x7000;
    const ulong Variant = 1UL << 63;
    const ulong LowBits = (1UL << 62) - 1;
    const uint HighBits = (1 << 12) - 1;

    readonly Lock _gate = new();
    // Asking the system for each id alone took two thirds of the time of planning an import.
    readonly byte[] _random = new byte[RandomDraws * DrawBytes];
    int _drawn = RandomDraws;
    long _millisecond = -1;
    uint _high;
    ulong _low;

    /// <summary>Unique wherever it is drawn.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is before 1970.</exception>
    public override Guid Next(DateTimeOffset now)
    {
        var millisecond = now.ToUnixTimeMilliseconds();
        ArgumentOutOfRangeException.ThrowIfNegative(millisecond, nameof(now));
        lock (_gate)
        {
            if (millisecond != _millisecond || !Step()) Begin(millisecond);
            Span<byte> id = stackalloc byte[16];
            BinaryPrimitives.WriteUInt64BigEndian(id, ((ulong)millisecond << 16) | Version | _high);
            BinaryPrimitives.WriteUInt64BigEndian(id[DrawBytes..], Variant | _low);
            return new Guid(id, bigEndian: true);
        }
    }

    void Begin(long millisecond)
    {
        _millisecond = millisecond;
        _high = (uint)Draw() & HighBits;
        _low = Draw() & LowBits;
    }

    /// <summary>False where the millisecond has no room left behind the last one.</summary>
    bool Step()
    {
        _low += 1 + (Draw() & uint.MaxValue);
        if (_low <= LowBits) return true;
        _low &= LowBits;
        return ++_high <= HighBits;
    }

    ulong Draw()
    {
        if (_drawn == RandomDraws)
        {
            RandomNumberGenerator.Fill(_random);
            _drawn = 0;
        }
        return BinaryPrimitives.ReadUInt64LittleEndian(_random.AsSpan(DrawBytes * _drawn++));
    }
}
