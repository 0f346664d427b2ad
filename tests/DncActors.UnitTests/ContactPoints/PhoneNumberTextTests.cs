using System.Text;
using DncActors.Domain.ContactPoints;

namespace DncActors.UnitTests.ContactPoints;

public sealed class PhoneNumberTextTests
{
    [Theory]
    [InlineData(12025550123UL, "+12025550123")]
    [InlineData(6834002UL, "+6834002")]
    [InlineData(390669812345UL, "+390669812345")]
    [InlineData(999999999999999UL, "+999999999999999")]
    public void A_number_is_written_as_E164_and_read_back(ulong number, string text)
    {
        Span<byte> utf8 = stackalloc byte[PhoneNumberText.MaxLength];
        Assert.True(PhoneNumberText.TryFormat(number, utf8, out var written));
        Assert.Equal(text, Encoding.ASCII.GetString(utf8[..written]));
        Assert.Equal(text, PhoneNumberText.ToE164(number));
        Assert.True(PhoneNumberText.TryParse(text, out var parsed));
        Assert.Equal(number, parsed);
    }

    [Fact]
    public void A_buffer_that_is_too_short_is_refused()
    {
        Assert.False(PhoneNumberText.TryFormat(12025550123, new char[11], out var written));
        Assert.Equal(0, written);
        Assert.True(PhoneNumberText.TryFormat(12025550123, new char[12], out written));
        Assert.Equal(12, written);
    }

    [Theory]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("12025550123")]
    [InlineData("+01202555012")]
    [InlineData("+1 2025550123")]
    [InlineData("+1202555012٣")]
    [InlineData("+1234567890123456")]
    public void What_is_not_canonical_is_not_parsed(string text)
    {
        Assert.False(PhoneNumberText.TryParse(text, out var number));
        Assert.Equal(0UL, number);
    }
}
