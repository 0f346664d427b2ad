using System.Globalization;
using System.Text;

namespace DncActors.Domain.ContactPoints;

/// <summary>
/// Reads phone numbers as people type them, to E.164: international, national with a region, <c>tel:</c>, vanity letters, full-width and any other Unicode
/// digits, every kind of space and dash. Extensions are read and dropped. Accepted is what libphonenumber calls possible, whether or not the number is in use;
/// refused are local numbers without their area code. Never throws; a refusal's reason says what to write and never holds the number.
/// </summary>
public static class PhoneReader
{
    /// <summary>The most characters that a phone may be typed in.</summary>
    public const int MaxLength = 250;

    /// <summary>The fewest digits of any number in the world, its country's code not counted; fewer are refused before the library throws.</summary>
    private const int FewestDigits = 3;

    private const string UriScheme = "tel:";

    /// <summary>Reads a phone as a contact point.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="region">The region of national numbers, two letters such as <c>US</c>; not needed for international ones.</param>
    /// <param name="point">The phone in E.164.</param>
    /// <param name="why">Why it was refused, to follow the quoted value; empty when it was read.</param>
    public static bool TryRead(ReadOnlySpan<char> text, string region, out ContactPoint point, out string why)
    {
        var read = TryReadNumber(text, region, out var number, out why);
        point = read ? new ContactPoint(ContactPointKind.Phone, PhoneNumberText.ToE164(number)) : default;
        return read;
    }

    /// <summary>Reads a phone as the digits of its E.164, without the plus. Allocates nothing for plain international and North American numbers.</summary>
    /// <inheritdoc cref="TryRead"/>
    public static bool TryReadNumber(ReadOnlySpan<char> text, string region, out ulong e164Digits, out string why)
    {
        why = "";
        return PhoneFastWay.TryRead(text, Regions.IsNanp(region), out e164Digits) || TryReadTyped(text, region, out e164Digits, out why);
    }

    /// <summary>The same for UTF-8, such as a line of a request's body. Allocates nothing for plain international and North American numbers.</summary>
    public static bool TryReadNumber(ReadOnlySpan<byte> utf8, string region, out ulong e164Digits)
    {
        if (PhoneFastWay.TryRead(utf8, Regions.IsNanp(region), out e164Digits)) return true;
        Span<char> text = stackalloc char[MaxLength];
        return Encoding.UTF8.TryGetChars(utf8, text, out var length) && TryReadTyped(text[..length], region, out e164Digits, out _);
    }

    private static bool TryReadTyped(ReadOnlySpan<char> typed, string region, out ulong number, out string why)
    {
        number = 0;
        why = PhoneRefusals.TooLongText;
        if (typed.Length > MaxLength) return false;
        Span<char> buffer = stackalloc char[MaxLength];
        var flaw = TypedText.Clean(typed, buffer, out var length);
        why = flaw == TypedText.Flaw.Control ? PhoneRefusals.Control : PhoneRefusals.Broken;
        if (flaw != TypedText.Flaw.None) return false;
        var digits = ToAsciiDigits(buffer, ref length);
        ReadOnlySpan<char> text = buffer[..length];
        // The library looks for this scheme in small letters only.
        if (text.StartsWith(UriScheme, StringComparison.OrdinalIgnoreCase)) text = text[UriScheme.Length..];
        why = text.IsEmpty ? PhoneRefusals.Empty : digits == 0 ? PhoneRefusals.NotANumber : PhoneRefusals.TooFewDigits;
        if (digits < FewestDigits) return false;
        why = "";
        return PhoneFastWay.TryRead(text, Regions.IsNanp(region), out number)
            || PhoneLibrary.TryRead(text.ToString(), Regions.ToKnown(region), out number, out why);
    }

    /// <summary>Every script's digits as ASCII ones, every dash as a hyphen; the text can only become shorter. Returns how many digits there are.</summary>
    private static int ToAsciiDigits(Span<char> text, ref int length)
    {
        var (digits, written) = (0, 0);
        ReadOnlySpan<char> rest = text[..length];
        while (!rest.IsEmpty)
        {
            _ = Rune.DecodeFromUtf16(rest, out var rune, out var used);
            rest = rest[used..];
            var category = Rune.GetUnicodeCategory(rune);
            if (category == UnicodeCategory.DecimalDigitNumber)
            {
                digits++;
                text[written++] = (char)('0' + (int)Rune.GetNumericValue(rune));
            }
            else if (category == UnicodeCategory.DashPunctuation)
            {
                text[written++] = '-';
            }
            else
            {
                written += rune.EncodeToUtf16(text[written..]);
            }
        }
        length = written;
        return digits;
    }
}
