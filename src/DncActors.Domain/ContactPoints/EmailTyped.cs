using System.Text;

namespace DncActors.Domain.ContactPoints;

/// <summary>Reads whatever the fast way leaves: names, brackets, quotes, other scripts, and everything that is refused with a reason.</summary>
internal static class EmailTyped
{
    internal static bool TryRead(ReadOnlySpan<char> typed, out string? email, out string why)
    {
        email = null;
        why = EmailRefusals.TooLongText;
        if (typed.Length > EmailReader.MaxLength) return false;
        if (!TryClean(typed, out var text, out why)) return false;
        if (!EmailWrapping.TryTakeOff(text, out var address, out why)) return false;
        // A mailto: may have hidden anything in its percent signs.
        if (!TryClean(address, out address, out why)) return false;
        if (!TrySplit(address, out var at, out why)) return false;
        if (!EmailLocalPart.TryRead(address[..at], out var local, out why)) return false;
        if (!EmailDomain.TryRead(address[(at + 1)..], out var domain, out why)) return false;
        var whole = $"{local}@{domain}";
        why = Encoding.UTF8.GetByteCount(whole) > EmailReader.MaxBytes ? EmailRefusals.TooLong : "";
        if (why.Length > 0) return false;
        email = whole;
        return true;
    }

    private static bool TryClean(ReadOnlySpan<char> typed, out string text, out string why)
    {
        Span<char> buffer = stackalloc char[EmailReader.MaxLength];
        var flaw = TypedText.Clean(typed, buffer, out var length);
        text = new string(buffer[..length]);
        why = flaw switch
        {
            TypedText.Flaw.BrokenUnicode => EmailRefusals.Broken,
            TypedText.Flaw.Control => EmailRefusals.Control,
            _ when length == 0 => EmailRefusals.Empty,
            _ => "",
        };
        return why.Length == 0;
    }

    /// <summary>Where the @ between mailbox and domain stands: after the closing quote of a quoted mailbox, else the only one.</summary>
    private static bool TrySplit(string address, out int at, out string why)
    {
        at = address.IndexOf('@', EmailLocalPart.QuotedLength(address));
        why = at < 0 ? EmailRefusals.NoAt
            : address.IndexOf('@', at + 1) < 0 ? ""
            : address.AsSpan(at).IndexOfAny(' ', ',', ';') >= 0 ? EmailRefusals.Several
            : EmailRefusals.ManyAts;
        return why.Length == 0;
    }
}
