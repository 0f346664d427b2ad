namespace DncActors.Gateway.ContactChecks;

/// <summary>A time of Unix milliseconds as RFC 3339, <c>2026-05-01T12:00:00.123Z</c>, without allocating.</summary>
static class UtcText
{
    internal const int Length = 24;

    /// <returns>The bytes written, always <see cref="Length"/>.</returns>
    internal static int Write(Span<byte> to, long unixMilliseconds)
    {
        var time = DateTimeOffset.FromUnixTimeMilliseconds(unixMilliseconds);
        Put(to, time.Year, 4);
        Put(to[5..], time.Month, 2);
        Put(to[8..], time.Day, 2);
        Put(to[11..], time.Hour, 2);
        Put(to[14..], time.Minute, 2);
        Put(to[17..], time.Second, 2);
        Put(to[20..], time.Millisecond, 3);
        (to[4], to[7], to[10], to[13], to[16], to[19], to[23]) = ((byte)'-', (byte)'-', (byte)'T', (byte)':', (byte)':', (byte)'.', (byte)'Z');
        return Length;
    }

    static void Put(Span<byte> to, int value, int digits)
    {
        for (var i = digits - 1; i >= 0; i--, value /= 10) to[i] = (byte)('0' + value % 10);
    }
}
