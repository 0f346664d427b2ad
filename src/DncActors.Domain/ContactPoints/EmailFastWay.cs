using System.Numerics;

namespace DncActors.Domain.ContactPoints;

/// <summary>
/// Reads plain ASCII emails in one pass without allocating. It answers only where <see cref="EmailTyped"/> reads the same (a test compares them).
/// </summary>
internal static class EmailFastWay
{
    // Bits of the ASCII characters, 0-63 and 64-127, that may stand in an unquoted local part: letters, digits and !#$%&'*+-/=?^_`{|}~ (RFC 5322's atext).
    private const ulong LocalLow = 0xA3FF_ACFA_0000_0000;
    private const ulong LocalHigh = 0x7FFF_FFFF_C7FF_FFFE;

    /// <summary>True with the email in the buffer; false when only the other way can say what the text is.</summary>
    /// <param name="text">UTF-16 or UTF-8 code units.</param>
    /// <param name="buffer">At least <see cref="EmailReader.MaxBytes"/> long.</param>
    /// <param name="length">How much of the buffer the email takes.</param>
    internal static bool TryRead<T>(ReadOnlySpan<T> text, Span<byte> buffer, out int length) where T : unmanaged, IBinaryInteger<T>
    {
        length = 0;
        text = text.Trim(T.CreateTruncating(' '));
        if (text.Length > EmailReader.MaxBytes) return false;
        var at = text.IndexOf(T.CreateTruncating('@'));
        if (at is < 1 or > EmailLocalPart.MaxBytes || at == text.Length - 1) return false;
        length = text.Length;
        buffer[at] = (byte)'@';
        return TryReadLocal(text[..at], buffer) && TryReadDomain(text[(at + 1)..], buffer[(at + 1)..]);
    }

    /// <summary>Whether an ASCII character may stand in a local part without quotes; a dot, which may not stand everywhere, is not one.</summary>
    internal static bool IsLocal(uint c) => c < 128 && ((c < 64 ? LocalLow : LocalHigh) >> (int)(c & 63) & 1) != 0;

    private static bool TryReadLocal<T>(ReadOnlySpan<T> text, Span<byte> buffer) where T : unmanaged, IBinaryInteger<T>
    {
        var afterDot = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = uint.CreateTruncating(text[i]);
            if (c == '.')
            {
                if (afterDot) return false;
                afterDot = true;
            }
            else
            {
                if (!IsLocal(c)) return false;
                afterDot = false;
            }
            buffer[i] = ToLower(c);
        }
        return !afterDot;
    }

    private static bool TryReadDomain<T>(ReadOnlySpan<T> text, Span<byte> buffer) where T : unmanaged, IBinaryInteger<T>
    {
        if (text.Length > EmailDomain.MaxLength) return false;
        var (start, dots, letters) = (0, 0, false);
        var previous = (uint)'.';
        for (var i = 0; i < text.Length; i++)
        {
            var c = uint.CreateTruncating(text[i]);
            if (c == '.')
            {
                if (previous is '.' or '-' || i - start > EmailDomain.MaxLabel) return false;
                (start, letters) = (i + 1, false);
                dots++;
            }
            else if (c == '-')
            {
                // Two hyphens in a row may be an encoded (xn--) label, which has to be decoded to be judged.
                if (previous is '.' or '-') return false;
            }
            else
            {
                if (c >= 128 || !char.IsAsciiLetterOrDigit((char)c)) return false;
                letters |= c > '9';
            }
            buffer[i] = ToLower(c);
            previous = c;
        }
        return dots > 0 && letters && previous is not ('.' or '-') && text.Length - start <= EmailDomain.MaxLabel;
    }

    private static byte ToLower(uint c) => (byte)(c is >= 'A' and <= 'Z' ? c | 0x20 : c);
}
