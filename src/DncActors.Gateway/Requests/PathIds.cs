using System.Globalization;
using System.Text;

namespace DncActors.Gateway.Requests;

/// <summary>What may be an id in a path.</summary>
static class PathIds
{
    internal const int MaxLength = 128;

    /// <summary>1 to 128 characters, none of them a space, a slash, a control character or half of one.</summary>
    internal static bool IsSane(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > MaxLength) return false;
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var used) != System.Buffers.OperationStatus.Done || !IsSane(rune)) return false;
            text = text[used..];
        }
        return true;
    }

    static bool IsSane(Rune rune) => rune.Value != '/' && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
