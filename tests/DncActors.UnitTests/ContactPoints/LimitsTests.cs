using DncActors.Domain.ContactPoints;

namespace DncActors.UnitTests.ContactPoints;

public sealed class LimitsTests
{
    private const string ThreeLabels = "@" + Label + "." + Label + "." + Label;
    private const string Label = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz0123456789a";

    [Fact]
    public void A_phone_may_be_typed_in_250_characters_and_no_more()
    {
        var spaces = new string(' ', 250 - "2025550123".Length);
        Assert.True(PhoneReader.TryRead(spaces + "2025550123", "US", out _, out _));
        Assert.False(PhoneReader.TryRead(spaces + " 2025550123", "US", out _, out var why));
        Assert.StartsWith("it is longer than 250 characters", why);
    }

    [Fact]
    public void The_part_before_the_at_has_at_most_64_bytes()
    {
        Assert.Equal("", Refusal(new string('a', 64) + "@example.org"));
        Assert.StartsWith("the part before its @ is longer", Refusal(new string('a', 65) + "@example.org"));
        Assert.Equal("", Refusal(new string('é', 32) + "@example.org"));
        Assert.StartsWith("the part before its @ is longer", Refusal(new string('é', 33) + "@example.org"));
    }

    [Fact]
    public void A_part_of_the_domain_has_at_most_63_characters()
    {
        Assert.Equal(63, Label.Length);
        Assert.Equal("", Refusal($"jane@{Label}.org"));
        Assert.StartsWith("its domain is longer", Refusal($"jane@{Label}b.org"));
        Assert.StartsWith("its domain is longer", Refusal($"jane@{new string('ü', 60)}{new string('ö', 4)}.org"));
    }

    [Fact]
    public void The_whole_email_has_at_most_254_bytes()
    {
        var domain = $"{ThreeLabels}.org";
        Assert.Equal("", Refusal(new string('a', 254 - domain.Length) + domain));
        Assert.Equal("it is longer than 254 bytes", Refusal(new string('a', 255 - domain.Length) + domain));
        Assert.StartsWith("its domain is longer", Refusal($"j@{Label}.{Label}.{Label}.{Label}"));
    }

    [Fact]
    public void An_email_may_be_typed_in_1000_characters_and_no_more()
    {
        var name = new string('x', 1_000 - "<jane@example.org>".Length);
        Assert.Equal("", Refusal($"{name}<jane@example.org>"));
        Assert.StartsWith("it is longer than 1,000 characters", Refusal($"{name}x<jane@example.org>"));
    }

    private static string Refusal(string email)
    {
        EmailReader.TryRead(email, out _, out var why);
        return why;
    }
}
