namespace DncActors.Domain.ContactPoints;

/// <summary>
/// What stands around an address: <c>mailto:</c>, a display name and angle brackets, a name in brackets after it, quotes, a list's last comma.
/// </summary>
internal static class EmailWrapping
{
    private const string UriScheme = "mailto:";

    /// <summary>The bare address within; false with the reason when there are several or the brackets do not close.</summary>
    internal static bool TryTakeOff(string text, out string address, out string why)
    {
        address = TakeOffScheme(text.Trim([' ', ',', ';']));
        why = "";
        var open = IndexUnquoted(address, '<', 0);
        if (open >= 0)
        {
            why = FlawOfBrackets(address, open);
            if (why.Length > 0) return false;
            address = address[(open + 1)..^1];
        }
        else
        {
            address = TakeOffTrailingName(address);
        }
        address = TakeOffScheme(TakeOffQuotes(address.Trim()));
        return true;
    }

    private static string FlawOfBrackets(string text, int open)
    {
        var close = IndexUnquoted(text, '>', open);
        if (close < 0 || text.IndexOf('<', close) >= 0) return close < 0 ? EmailRefusals.Brackets : EmailRefusals.Several;
        if (close != text.Length - 1 || IndexUnquoted(text, '<', open + 1) >= 0) return EmailRefusals.Brackets;
        var name = text[..open];
        // "Doe, Jane <…>" is one person; "bob@example.org, Jane <…>" is two.
        var isList = IndexUnquoted(name, ',', 0) >= 0 || IndexUnquoted(name, ';', 0) >= 0;
        return isList && IndexUnquoted(name, '@', 0) >= 0 ? EmailRefusals.Several : "";
    }

    /// <summary>jane@example.org (Jane Doe): the old way to name an address.</summary>
    private static string TakeOffTrailingName(string text)
    {
        if (!text.EndsWith(')')) return text;
        var at = text.IndexOf('@', EmailLocalPart.QuotedLength(text));
        var open = at < 0 ? -1 : text.IndexOf('(', at);
        return open < 0 ? text : text[..open].TrimEnd();
    }

    /// <summary>No domain ends with a quote, so a pair around the whole is none of the address.</summary>
    private static string TakeOffQuotes(string text)
    {
        if (text.Length < 2) return text;
        return (text[0], text[^1]) is ('"', '"') or ('\'', '\'') or ('“', '”') or ('‘', '’') or ('«', '»') ? text[1..^1].Trim() : text;
    }

    private static string TakeOffScheme(string text)
    {
        if (!text.StartsWith(UriScheme, StringComparison.OrdinalIgnoreCase)) return text;
        var address = text[UriScheme.Length..];
        var parameters = address.IndexOf('?', StringComparison.Ordinal);
        return Uri.UnescapeDataString(parameters < 0 ? address : address[..parameters]);
    }

    private static int IndexUnquoted(string text, char sought, int from)
    {
        var quoted = false;
        for (var i = from; i < text.Length; i++)
        {
            if (quoted && text[i] == '\\') i++;
            else if (text[i] == '"') quoted = !quoted;
            else if (!quoted && text[i] == sought) return i;
        }
        return -1;
    }
}
