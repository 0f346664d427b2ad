using System.Globalization;
using System.Text;

namespace DncActors.Domain.ContactPoints;

/// <summary>The part after the @ as the domain name system knows it: ASCII, small letters, other scripts encoded (xn--).</summary>
internal static class EmailDomain
{
    internal const int MaxLength = 253;
    internal const int MaxLabel = 63;

    private const string EncodedPrefix = "xn--";
    private const char IdeographicStop = '\u3002';

    private static readonly IdnMapping _idn = new() { AllowUnassigned = true, UseStd3AsciiRules = true };

    internal static bool TryRead(string text, out string domain, out string why)
    {
        domain = "";
        var mapped = Map(text.TrimStart()).Replace(IdeographicStop, '.');
        why = mapped.Length == 0 ? EmailRefusals.NoDomain
            : mapped[0] == '[' ? EmailRefusals.DomainAddress
            : mapped[0] == '.' || mapped.Contains("..", StringComparison.Ordinal) ? EmailRefusals.DomainDots
            : "";
        if (why.Length > 0) return false;
        // The root's dot, or a sentence's.
        var labels = (mapped.EndsWith('.') ? mapped[..^1] : mapped).Split('.');
        for (var i = 0; i < labels.Length; i++)
            if (!TryEncode(labels[i], out labels[i], out why)) return false;
        domain = string.Join('.', labels);
        why = labels.Length == 1 ? EmailRefusals.DomainNoDot
            : labels[^1].All(char.IsAsciiDigit) ? EmailRefusals.DomainAddress
            : domain.Length > MaxLength ? EmailRefusals.LongDomain
            : "";
        return why.Length == 0;
    }

    private static string Map(string text) => UnicodeText.Lower(string.Concat(text.Where(c => c is < '\uFE00' or > '\uFE0F')), UnicodeText.Nfkc);

    private static bool TryEncode(string label, out string encoded, out string why)
    {
        encoded = label;
        why = label[0] == '-' || label[^1] == '-' ? EmailRefusals.DomainHyphen : label.EnumerateRunes().All(MayStand) ? "" : EmailRefusals.DomainCharacter;
        if (why.Length > 0) return false;
        var plain = Ascii.IsValid(label);
        if (plain && label.StartsWith(EncodedPrefix, StringComparison.Ordinal))
            why = IsEncoded(label) ? "" : EmailRefusals.DomainPunycode;
        else if (!plain)
            why = TryEncodeScript(label, out encoded);
        if (why.Length == 0 && encoded.Length > MaxLabel) why = EmailRefusals.LongDomain;
        return why.Length == 0;
    }

    private static string TryEncodeScript(string label, out string encoded)
    {
        encoded = label;
        // Other scripts take at least a byte a character, so longer ones are refused before they throw.
        if (label.Length > MaxLabel) return EmailRefusals.LongDomain;
        try
        {
            encoded = _idn.GetAscii(label);
            return "";
        }
        catch (ArgumentException)
        {
            return EmailRefusals.DomainCharacter;
        }
    }

    /// <summary>Whether an xn-- label is what some name is encoded to; any other spelling of that name would be a second address of the same person.</summary>
    private static bool IsEncoded(string label)
    {
        try
        {
            var name = _idn.GetUnicode(label);
            return !Ascii.IsValid(name) && Map(name) == name && name.EnumerateRunes().All(MayStand) && _idn.GetAscii(name) == label;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool MayStand(Rune rune) => rune.IsAscii
        ? char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value == '-'
        : Rune.GetUnicodeCategory(rune) is UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherSymbol
            || rune.Value is MiddleDot or KatakanaMiddleDot;

    /// <summary>Catalan's l·l and Japanese names have them.</summary>
    private const int MiddleDot = 0xB7;

    private const int KatakanaMiddleDot = 0x30FB;
}
