using System.Numerics;

namespace DncActors.Domain.ContactPoints;

/// <summary>
/// Reads what most callers send without the library and without allocating: digits, spaces, dots, hyphens and round brackets, as an international number or,
/// in the North American plan, as ten digits or a one and ten digits. It answers only where the library's answer is certain to be the same (a test compares
/// them by the million): of such text the library sees nothing but the plus and the digits.
/// </summary>
internal static class PhoneFastWay
{
    /// <summary>Longer texts are rare enough to be left to the library.</summary>
    private const int MaxLength = 40;

    private const int NanpDigits = 10;
    private const ulong NanpCode = 10_000_000_000;

    /// <summary>True with the number; false when only the library can say what the text is.</summary>
    /// <param name="text">UTF-16 or UTF-8 code units.</param>
    /// <param name="nanp">Whether national numbers are those of the North American plan.</param>
    /// <param name="number">The digits of E.164.</param>
    internal static bool TryRead<T>(ReadOnlySpan<T> text, bool nanp, out ulong number) where T : unmanaged, IBinaryInteger<T>
    {
        number = 0;
        if (text.Length > MaxLength) return false;
        var digits = 0;
        var first = 0u;
        var plus = false;
        ulong read = 0;
        foreach (var unit in text)
        {
            var c = uint.CreateTruncating(unit);
            var digit = c - '0';
            if (digit <= 9)
            {
                if (digits++ == 0) first = digit;
                read = read * 10 + digit;
            }
            else if (c == '+')
            {
                if (plus || digits > 0) return false;
                plus = true;
            }
            else if (c is not (' ' or '-' or '(' or ')' or '.'))
            {
                return false;
            }
        }
        // More digits overflow what was read, so nothing of it may be looked at.
        if (digits is 0 or > PhoneNumberText.MaxDigits) return false;
        number = plus ? International(read, digits, first) : nanp ? Nanp(read, digits, first) : 0;
        return number != 0;
    }

    private static ulong International(ulong read, int digits, uint first) =>
        digits == NanpDigits + 1 && IsWhole(read) || first != 0 && CallingCodes.IsCertain(read, digits) ? read : 0;

    private static ulong Nanp(ulong read, int digits, uint first) =>
        digits == NanpDigits && first >= 2 ? NanpCode + read
        : digits == NanpDigits + 1 && IsWhole(read) ? read
        : 0;

    /// <summary>Whether eleven digits are a one and an area code: none begins with 0 or 1, which the library may take for a prefix.</summary>
    private static bool IsWhole(ulong read) => read is >= 12_000_000_000 and <= 19_999_999_999;
}
