using DncActors.Domain.People;

namespace DncActors.UnitTests.People;

public sealed class PasswordRulesTests
{
    static readonly PasswordText Horse = new("correct horse battery staple");

    [Fact]
    public void A_hash_knows_its_password_alone_and_holds_nothing_of_it()
    {
        var hash = PasswordRules.HashOf(Horse, new byte[PasswordRules.SaltBytes]);

        Assert.True(PasswordRules.IsRight(hash, Horse));
        Assert.False(PasswordRules.IsRight(hash, new("correct horse battery stapl")));
        Assert.False(PasswordRules.IsRight(PasswordRules.Nobodys, Horse));
        Assert.StartsWith("pbkdf2-sha256$600000$", hash, StringComparison.Ordinal);
        Assert.NotEqual(hash, PasswordRules.HashOf(Horse, [.. Enumerable.Repeat((byte)7, PasswordRules.SaltBytes)]));
    }

    [Fact]
    public void Neither_a_password_nor_its_hash_is_printed()
    {
        var kept = new UserPassword("ann", 1, false, PasswordRules.Nobodys);
        foreach (var shown in new[] { Horse.ToString(), $"{Horse}", kept.ToString(), $"{new { Horse, kept }}" })
        {
            Assert.DoesNotContain("horse", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("pbkdf2", shown, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("short one")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("ANNABEL.SMITH")]
    [InlineData(" Annabel Smith ")]
    public void A_password_that_is_guessed_at_once_is_refused_without_being_quoted(string text)
    {
        var user = Acme.User("annabel.smith") with { Name = "Annabel Smith" };

        var wrong = PasswordRules.Check("password", new(text), user);

        Assert.Equal("password", wrong?.Field);
        Assert.DoesNotContain(text.Trim(), wrong!.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Null(PasswordRules.Check("password", Horse, user));
    }
}
