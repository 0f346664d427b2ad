namespace DncActors.Domain.ContactPoints;

/// <summary>
/// Reads emails as people type them: trimmed, a display name and <c>mailto:</c> taken off, in lower case, the domain in ASCII (IDN), the local part in
/// Unicode's composed form (NFC). Plus-tags and dots stay: they can be different mailboxes. Never throws; a refusal's reason says what is wrong and never holds
/// the address.
/// </summary>
public static class EmailReader
{
    /// <summary>The most characters that an email may be typed in, its display name included.</summary>
    public const int MaxLength = 1_000;

    /// <summary>The most bytes of UTF-8 in an email that was read.</summary>
    public const int MaxBytes = 254;

    /// <summary>Reads an email as a contact point.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="point">The email that was read.</param>
    /// <param name="why">Why it was refused, to follow the quoted value; empty when it was read.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out ContactPoint point, out string why)
    {
        Span<byte> ascii = stackalloc byte[MaxBytes];
        why = "";
        string? email = null;
        if (EmailFastWay.TryRead(text, ascii, out var length)) email = System.Text.Encoding.Latin1.GetString(ascii[..length]);
        else EmailTyped.TryRead(text, out email, out why);
        point = email is null ? default : new ContactPoint(ContactPointKind.Email, email);
        return email is not null;
    }
}
