using System.Text;

namespace DncActors.Domain.ContactPoints;

/// <summary>
/// A contact point in 16 bytes, for an index in memory: a phone is its number, an email a keyed hash of 128 bits (127 of them free). A phone's and an email's
/// key are never equal; two emails' are with a chance of about 1 in 10^38 a pair, and such a false hit could only block. The default value is nobody's key.
/// </summary>
/// <param name="High">Zero for a phone; for an email a part of the hash, its top bit always set.</param>
/// <param name="Low">A phone's digits; for an email the other part of the hash.</param>
public readonly record struct ContactKey(ulong High, ulong Low)
{
    private const ulong EmailMark = 1UL << 63;

    /// <summary>Whether this is a phone's key.</summary>
    public bool IsPhone => High == 0 && Low != 0;

    /// <summary>The key of a phone, from the digits that <see cref="PhoneReader"/> read.</summary>
    public static ContactKey OfPhone(ulong e164Digits) => new(0, e164Digits);

    /// <summary>The key of an email, from what <see cref="EmailReader"/> read.</summary>
    public static ContactKey OfEmail(ReadOnlySpan<char> email, in EmailHashKey key)
    {
        Span<byte> utf8 = stackalloc byte[EmailReader.MaxBytes];
        if (Encoding.UTF8.TryGetBytes(email, utf8, out var length)) return OfEmail(utf8[..length], key);
        // Longer than any email that was read; still a key of its own rather than a fault.
        return OfEmail(Encoding.UTF8.GetBytes(email.ToArray()), key);
    }

    /// <summary>The same from UTF-8.</summary>
    public static ContactKey OfEmail(ReadOnlySpan<byte> utf8Email, in EmailHashKey key)
    {
        var (low, high) = SipHash128.Hash(utf8Email, key);
        return new ContactKey(high | EmailMark, low);
    }

    /// <summary>The key of a contact point that was read.</summary>
    /// <exception cref="ArgumentException">Its value is no E.164 number though it says it is a phone: it was not made by a reader.</exception>
    public static ContactKey Of(in ContactPoint point, in EmailHashKey key)
    {
        if (point.Kind == ContactPointKind.Email) return OfEmail(point.Value, key);
        return PhoneNumberText.TryParse(point.Value, out var number)
            ? OfPhone(number)
            : throw new ArgumentException("A phone that no reader made: its value is not E.164.", nameof(point));
    }

    /// <summary>Nothing of a phone may reach a log.</summary>
    public override string ToString() => IsPhone ? "phone key" : "email key";
}
