using System.Numerics;

namespace DncActors.Domain.ContactPoints;

/// <summary>
/// A phone number as digits (<c>12025550123</c>: E.164 without the plus, at most 15 digits, no leading zero, so a number loses nothing) and as text
/// (<c>+12025550123</c>).
/// </summary>
public static class PhoneNumberText
{
    /// <summary>The most characters that <see cref="TryFormat(ulong, Span{char}, out int)"/> writes: the plus and 15 digits.</summary>
    public const int MaxLength = 16;

    internal const int MaxDigits = 15;

    /// <summary>The number in E.164, such as <c>+12025550123</c>.</summary>
    public static string ToE164(ulong number)
    {
        Span<char> buffer = stackalloc char[24];
        TryFormat(number, buffer, out var written);
        return new string(buffer[..written]);
    }

    /// <summary>Writes the number in E.164; false, and nothing promised of the buffer, when that is too short.</summary>
    public static bool TryFormat(ulong number, Span<char> destination, out int written) => TryFormat<char>(number, destination, '+', out written);

    /// <summary>Writes the number in E.164 as ASCII; false, and nothing promised of the buffer, when that is too short.</summary>
    public static bool TryFormat(ulong number, Span<byte> utf8, out int written) => TryFormat<byte>(number, utf8, (byte)'+', out written);

    /// <summary>The digits of what <see cref="ToE164"/> wrote: a plus, then 1 to 15 digits that do not begin with zero; false for any other text.</summary>
    public static bool TryParse(ReadOnlySpan<char> e164, out ulong number)
    {
        number = 0;
        if (e164.Length is < 2 or > MaxLength || e164[0] != '+' || e164[1] == '0') return false;
        foreach (var c in e164[1..])
        {
            if (!char.IsAsciiDigit(c))
            {
                number = 0;
                return false;
            }
            number = number * 10 + (uint)(c - '0');
        }
        return true;
    }

    private static bool TryFormat<T>(ulong number, Span<T> destination, T plus, out int written) where T : unmanaged, IBinaryInteger<T>
    {
        var digits = CountDigits(number);
        written = digits + 1;
        if (destination.Length < written)
        {
            written = 0;
            return false;
        }
        destination[0] = plus;
        for (var i = digits; i > 0; i--)
        {
            (number, var digit) = Math.DivRem(number, 10);
            destination[i] = T.CreateTruncating('0' + digit);
        }
        return true;
    }

    private static int CountDigits(ulong number)
    {
        var digits = 1;
        while (number >= 10)
        {
            number /= 10;
            digits++;
        }
        return digits;
    }
}
