using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using DncActors.Domain.ContactPoints;

namespace DncActors.UnitTests.ContactPoints;

public sealed class ContactKeyTests
{
    private const ulong EmailMark = 1UL << 63;

    private static readonly EmailHashKey _key = EmailHashKey.From([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);

    /// <summary>The vectors of SipHash's authors for 128 bits: the input of row n is the bytes 0 to n - 1, under the key of the bytes 0 to 15.</summary>
    [Theory]
    [InlineData(0, "A3817F04BA25A8E66DF67214C7550293")]
    [InlineData(1, "DA87C1D86B99AF44347659119B22FC45")]
    [InlineData(2, "8177228DA4A45DC7FCA38BDEF60AFFE4")]
    [InlineData(3, "9C70B60C5267A94E5F33B6B02985ED51")]
    [InlineData(4, "F88164C12D9C8FAF7D0F6E7C7BCD5579")]
    [InlineData(5, "1368875980776F8854527A07690E9627")]
    [InlineData(6, "14EECA338B208613485EA0308FD7A15E")]
    [InlineData(7, "A1F1EBBED8DBC153C0B84AA61FF08239")]
    [InlineData(8, "3B62A9BA6258F5610F83E264F31497B4")]
    [InlineData(9, "264499060AD9BAABC47F8B02BB6D71ED")]
    [InlineData(15, "5493E99933B0A8117E08EC0F97CFC3D9")]
    [InlineData(16, "6EE2A4CA67B054BBFD3315BF85230577")]
    [InlineData(63, "5150D1772F50834A503E069A973FBD7C")]
    public void An_email_is_hashed_by_SipHash_as_its_authors_do(int length, string expected)
    {
        var hash = Convert.FromHexString(expected);
        var key = ContactKey.OfEmail(Enumerable.Range(0, length).Select(n => (byte)n).ToArray(), _key);
        Assert.Equal(BinaryPrimitives.ReadUInt64LittleEndian(hash), key.Low);
        Assert.Equal(BinaryPrimitives.ReadUInt64LittleEndian(hash.AsSpan(8)) | EmailMark, key.High);
    }

    [Fact]
    public void A_key_takes_16_bytes() => Assert.Equal(16, Unsafe.SizeOf<ContactKey>());

    [Fact]
    public void A_phones_key_is_its_number_and_never_an_emails()
    {
        var phone = ContactKey.OfPhone(12025550123);
        Assert.Equal((0UL, 12025550123UL), (phone.High, phone.Low));
        Assert.True(phone.IsPhone);
        Assert.False(ContactKey.OfEmail("jane@example.org", _key).IsPhone);
        Assert.False(default(ContactKey).IsPhone);
    }

    [Fact]
    public void Emails_share_no_key_and_another_secret_gives_other_keys()
    {
        var emails = Enumerable.Range(0, 100_000).Select(n => $"jane{n}@example.org").ToList();
        Assert.Equal(emails.Count, emails.Select(email => ContactKey.OfEmail(email, _key)).Distinct().Count());
        Assert.NotEqual(ContactKey.OfEmail("jane@example.org", _key), ContactKey.OfEmail("jane@example.org", new EmailHashKey(1, 2)));
    }

    [Fact]
    public void Characters_and_their_bytes_have_one_key_at_any_length()
    {
        foreach (var email in (string[])["jane@example.org", "josé@example.org", new string('é', 300)])
            Assert.Equal(ContactKey.OfEmail(Encoding.UTF8.GetBytes(email), _key), ContactKey.OfEmail(email, _key));
    }

    [Fact]
    public void A_phone_that_no_reader_made_has_no_key_and_the_fault_does_not_name_it()
    {
        var fault = Assert.Throws<ArgumentException>(() => ContactKey.Of(new ContactPoint(ContactPointKind.Phone, "202-555-0123"), _key));
        Assert.DoesNotContain("0123", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Neither_a_key_nor_the_secret_shows_itself_in_text()
    {
        Assert.Equal("phone key", ContactKey.OfPhone(12025550123).ToString());
        Assert.Equal("email key", ContactKey.OfEmail("jane@example.org", _key).ToString());
        Assert.Equal("EmailHashKey", _key.ToString());
    }
}
