using System.Buffers;
using System.Globalization;
using System.Text;

namespace DncActors.Domain.ContactPoints;

/// <summary>What keyboards, address books and copied web pages put around and between the characters that matter, taken away.</summary>
internal static class TypedText
{
    internal enum Flaw
    {
        None,
        BrokenUnicode,
        Control,
    }

    private const int FullWidthFirst = 0xFF01;
    private const int FullWidthLast = 0xFF5E;
    private const int FullWidthToAscii = FullWidthFirst - '!';

    /// <summary>
    /// The text with every kind of space (and a tab) as one plain space each, invisible format characters (direction marks, zero-width spaces, byte order
    /// marks, soft hyphens) dropped, full-width forms as ASCII, and trimmed, line ends too. Never longer than the text. Half surrogate pairs, U+FFFD (what
    /// broken UTF-8 was decoded to), other control characters and line breaks inside are flaws.
    /// </summary>
    internal static Flaw Clean(ReadOnlySpan<char> text, Span<char> buffer, out int length)
    {
        length = 0;
        text = text.Trim();
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var used) != OperationStatus.Done || rune == Rune.ReplacementChar) return Flaw.BrokenUnicode;
            text = text[used..];
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Format:
                    continue;
                case UnicodeCategory.SpaceSeparator:
                    rune = new Rune(' ');
                    break;
                case UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    if (rune.Value == '\t') rune = new Rune(' ');
                    else if (!Rune.IsWhiteSpace(rune)) return Flaw.Control;
                    break;
            }
            if (rune.Value is >= FullWidthFirst and <= FullWidthLast) rune = new Rune(rune.Value - FullWidthToAscii);
            length += rune.EncodeToUtf16(buffer[length..]);
        }
        return TrimLines(buffer, ref length);
    }

    /// <summary>A line end beside a dropped mark comes to the edge only now; one that is still inside separates two things.</summary>
    private static Flaw TrimLines(Span<char> buffer, ref int length)
    {
        var trimmed = buffer[..length].Trim();
        foreach (var c in trimmed)
            if (c != ' ' && char.IsWhiteSpace(c)) return Flaw.Control;
        trimmed.CopyTo(buffer);
        length = trimmed.Length;
        return Flaw.None;
    }
}
