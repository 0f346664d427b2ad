using System.Globalization;
using System.Text;

namespace DncActors.Domain.ContactPoints;

/// <summary>The part before the @: in lower case and NFC; quotes are kept only where it needs them, since "jane"@ and jane@ are one mailbox.</summary>
internal static class EmailLocalPart
{
    internal const int MaxBytes = 64;

    internal static bool TryRead(string text, out string local, out string why)
    {
        local = "";
        var quoted = QuotedLength(text);
        why = EmailRefusals.Quotes;
        if (text.StartsWith('"') && quoted != text.Length) return false;
        var content = UnicodeText.Lower(quoted > 0 ? Unquote(text) : text.TrimEnd(), UnicodeText.Nfc);
        var needsQuotes = Flaw(content);
        why = quoted > 0 ? FlawInQuotes(content) : needsQuotes;
        if (why.Length > 0) return false;
        local = needsQuotes.Length > 0
            ? $"\"{content.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
            : content;
        why = Encoding.UTF8.GetByteCount(local) > MaxBytes ? EmailRefusals.LongLocal : "";
        return why.Length == 0;
    }

    /// <summary>How long the quoted string is that the text begins with, both quotes counted; 0 when it begins with none or it does not close.</summary>
    internal static int QuotedLength(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] != '"') return 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '\\') i++;
            else if (text[i] == '"') return i + 1;
        }
        return 0;
    }

    private static string Unquote(string quoted)
    {
        var content = new StringBuilder(quoted.Length);
        for (var i = 1; i < quoted.Length - 1; i++) content.Append(quoted[i] == '\\' ? quoted[++i] : quoted[i]);
        return content.ToString();
    }

    private static string FlawInQuotes(string content) => content.Length == 0 ? EmailRefusals.Quotes : FlawOfOtherScripts(content);

    private static string Flaw(string content)
    {
        if (content.Length == 0) return EmailRefusals.NoLocal;
        if (content[0] == '.' || content[^1] == '.' || content.Contains("..", StringComparison.Ordinal)) return EmailRefusals.LocalDots;
        foreach (var c in content)
        {
            if (c == ' ') return EmailRefusals.LocalSpace;
            if (c < 128 && c != '.' && !EmailFastWay.IsLocal(c)) return EmailRefusals.LocalCharacter;
        }
        return FlawOfOtherScripts(content);
    }

    private static string FlawOfOtherScripts(string content)
    {
        foreach (var rune in content.EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse) return EmailRefusals.LocalUnassigned;
        return "";
    }
}
