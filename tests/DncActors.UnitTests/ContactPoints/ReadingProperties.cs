using System.Text;
using CsCheck;
using DncActors.Domain.ContactPoints;

namespace DncActors.UnitTests.ContactPoints;

public sealed class ReadingProperties
{
    private static readonly EmailHashKey _hashKey = new(0x0706050403020100, 0x0F0E0D0C0B0A0908);

    private static readonly string[] _pieces =
    [
        "+", "1", "202", "5550123", "0", "(0)", "tel:", ";ext=5", ";phone-context=+1", ";isub=1", " x12", "#", "FLOWERS", "٢", "２", "\u00A0", "\u202F",
        "\uD83D", "\uDE00", "\0", "\n", "\u200D",
        "@", "jane", "example", ".", "org", "<", ">", "\"", "\\", ",", ";", "(", ")", "mailto:", "%40", "%00", "%",
        "xn--", "xn--mnchen-3ya", "ü", "u\u0308", "İ", "ß", "ς", "Σ", "\u212A", "ﬁ", "。", "①", "가", "\u1100\u1161",
        "\u0345", "\u0344", "\u037E", "\u2024", "℀", "-", "_", "'", " ", "\uFE0F", "❤", "مثال", "\U0001D7D8", "\uFF20", "Ǆ", "ẞ", "\u0F73", "\u1E9B\u0323",
    ];

    private static readonly Gen<string> _fromPieces = Gen.Int[0, _pieces.Length - 1].Array[0, 12]
        .Select(pieces => string.Concat(pieces.Select(i => _pieces[i])));
    private static readonly Gen<string> _anyUnits = Gen.Int[0, 0xFFFF].Array[0, 40].Select(units => new string([.. units.Select(unit => (char)unit)]));
    private static readonly Gen<string> _assigned = Gen.Int[0x80, 0x2FFFF].Where(Rune.IsValid).Array[1, 6]
        .Select(runes => string.Concat(runes.Select(rune => new Rune(rune).ToString())));
    private static readonly Gen<string> _mailboxes = Gen.Select(_assigned, _fromPieces, _assigned, (local, more, domain) => $"{local}{more}@{domain}.org");
    private static readonly Gen<string> _plainEmails = Gen.Char["aZ09._+-'@ "].Array[0, 12].Select(characters => new string(characters));
    private static readonly Gen<string> _emails = Gen.Select(_plainEmails, _plainEmails, (local, domain) => $"{local}@{domain}.Org");
    private static readonly Gen<string> _texts = Gen.OneOf(_fromPieces, _anyUnits, Gen.String, _mailboxes, _emails);
    private static readonly string[] _someRegions = ["US", "GB", "DE", "IT", "JP", "BR", "AR", "MX", "CN", "XX", "", "us"];
    private static readonly Gen<string> _regions = Gen.Int[0, _someRegions.Length - 1].Select(i => _someRegions[i]);

    [Fact]
    public void Reading_never_throws_and_gives_either_a_contact_point_or_a_reason() =>
        Gen.Select(_texts, _regions, Gen.Bool).Sample((text, region, email) =>
        {
            var kind = email ? ContactPointKind.Email : ContactPointKind.Phone;
            var read = ContactPointReader.TryRead(kind, text, region, out var point, out var why);
            Assert.Equal(read, why.Length == 0);
            Assert.Equal(read ? kind : default, point.Kind);
            Assert.Equal(read, point.Value is not null);
        }, iter: 100_000);

    [Fact]
    public void What_was_read_reads_as_itself_in_any_region() =>
        Gen.Select(_texts, _regions, _regions, Gen.Bool).Sample((text, region, other, email) =>
        {
            var kind = email ? ContactPointKind.Email : ContactPointKind.Phone;
            if (!ContactPointReader.TryRead(kind, text, region, out var point, out _)) return;
            Assert.True(ContactPointReader.TryRead(kind, point.Value, other, out var again, out var why), why);
            Assert.Equal(point, again);
        }, iter: 100_000);

    [Fact]
    public void What_phones_were_read_reads_as_itself_for_every_country()
    {
        var texts = new PhoneTexts(seed: 4711);
        for (var i = 0; i < 50_000; i++)
        {
            var (text, region) = texts.Next();
            if (!PhoneReader.TryRead(text, region, out var point, out _)) continue;
            Assert.True(PhoneReader.TryRead(point.Value, "", out var again, out var why), why);
            Assert.Equal(point, again);
        }
    }

    [Fact]
    public void The_key_is_the_same_from_characters_from_bytes_and_from_the_contact_point() =>
        Gen.Select(_texts, _regions, Gen.Bool).Sample((text, region, email) =>
        {
            var kind = email ? ContactPointKind.Email : ContactPointKind.Phone;
            var read = ContactPointReader.TryRead(kind, text, region, out var point, out _);
            Assert.Equal(read, ContactPointReader.TryReadKey(kind, text, region, _hashKey, out var key));
            Assert.Equal(read, ContactPointReader.TryReadKey(kind, Encoding.UTF8.GetBytes(text), region, _hashKey, out var fromBytes));
            Assert.Equal(key, fromBytes);
            Assert.Equal(read ? ContactKey.Of(point, _hashKey) : default, key);
        }, iter: 100_000);

    [Fact]
    public void A_plain_email_is_read_the_same_with_and_without_brackets_around_it() =>
        Gen.OneOf(_plainEmails, _emails).Sample(text =>
        {
            var plain = EmailReader.TryRead(text, out var point, out _);
            var bracketed = EmailReader.TryRead($"<{text}>", out var again, out _);
            Assert.Equal(plain, bracketed);
            Assert.Equal(point, again);
        }, iter: 200_000);
}
