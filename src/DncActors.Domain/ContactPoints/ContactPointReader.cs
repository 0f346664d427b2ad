using System.Text;

namespace DncActors.Domain.ContactPoints;

/// <summary>Reads a phone or an email by its kind, as a contact point or, for checks that need no text, straight as its key. Never throws.</summary>
public static class ContactPointReader
{
    /// <summary>Reads a contact point; see <see cref="PhoneReader"/> and <see cref="EmailReader"/>.</summary>
    /// <param name="kind">What the text is said to be.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="region">The region of national phone numbers, such as <c>US</c>; emails have none.</param>
    /// <param name="point">What was read.</param>
    /// <param name="why">Why it was refused, to follow the quoted value; empty when it was read.</param>
    public static bool TryRead(ContactPointKind kind, ReadOnlySpan<char> text, string region, out ContactPoint point, out string why) =>
        kind == ContactPointKind.Email ? EmailReader.TryRead(text, out point, out why) : PhoneReader.TryRead(text, region, out point, out why);

    /// <summary>
    /// Reads the key that <see cref="ContactKey.Of"/> gives for the contact point that <see cref="TryRead"/> reads, without allocating for plain numbers and
    /// emails.
    /// </summary>
    public static bool TryReadKey(ContactPointKind kind, ReadOnlySpan<char> text, string region, in EmailHashKey hashKey, out ContactKey key)
    {
        if (kind == ContactPointKind.Phone) return TryReadPhone(PhoneReader.TryReadNumber(text, region, out var number, out _), number, out key);
        Span<byte> plain = stackalloc byte[EmailReader.MaxBytes];
        if (EmailFastWay.TryRead(text, plain, out var length))
        {
            key = ContactKey.OfEmail(plain[..length], hashKey);
            return true;
        }
        var read = EmailTyped.TryRead(text, out var email, out _);
        key = read ? ContactKey.OfEmail(email, hashKey) : default;
        return read;
    }

    /// <summary>The same for UTF-8, such as a line of a request's body.</summary>
    public static bool TryReadKey(ContactPointKind kind, ReadOnlySpan<byte> utf8, string region, in EmailHashKey hashKey, out ContactKey key)
    {
        if (kind == ContactPointKind.Phone) return TryReadPhone(PhoneReader.TryReadNumber(utf8, region, out var number), number, out key);
        Span<byte> plain = stackalloc byte[EmailReader.MaxBytes];
        if (EmailFastWay.TryRead(utf8, plain, out var length))
        {
            key = ContactKey.OfEmail(plain[..length], hashKey);
            return true;
        }
        key = default;
        Span<char> text = stackalloc char[EmailReader.MaxLength];
        return Encoding.UTF8.TryGetChars(utf8, text, out var characters) && TryReadKey(kind, text[..characters], region, hashKey, out key);
    }

    private static bool TryReadPhone(bool read, ulong number, out ContactKey key)
    {
        key = read ? ContactKey.OfPhone(number) : default;
        return read;
    }
}
