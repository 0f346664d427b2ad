using DncActors.Domain.People;

namespace DncActors.UnitTests.People;

public sealed class LoginRulesTests
{
    static readonly User Ann = Acme.User("ann") with { Login = "ann@acme.example" };

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("a\u0000b")]
    public void What_nobody_is_called_is_no_login_and_is_not_quoted(string login)
    {
        var error = Assert.Single(UserRules.Add(Acme.Empty, new UserDraft("bob", "Bob", [], [], login), "x").Refusal!.Errors);
        Assert.Equal("login", error.Field);
        Assert.DoesNotContain("two words", error.Message, StringComparison.Ordinal);
        Assert.False(UserRules.Add(Acme.Empty, new UserDraft("bob", "Bob", [], [], new string('a', LoginRules.MaxLength + 1)), "x").Ok);
    }

    [Fact]
    public void Two_users_are_not_called_the_same_until_one_is_archived()
    {
        var taken = Assert.Single(UserRules.Add(Acme.With(Ann), new UserDraft("bob", "Bob", [], [], "ANN@acme.example"), "x").Refusal!.Errors);
        Assert.Equal("login", taken.Field);
        Assert.Contains("'ann'", taken.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("acme.example", taken.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("login", Assert.Single(UserRules.Change(Acme.With(Ann, Acme.User("bob")), "bob", new(Login: Ann.Login)).Refusal!.Errors).Field);

        Assert.True(UserRules.Add(Acme.With(Ann with { Archived = true }), new UserDraft("bob", "Bob", [], [], "ann@acme.example"), "x").Ok);
        Assert.True(UserRules.Change(Acme.With(Ann), "ann", new(Login: "Ann@acme.example")).Ok);
    }

    [Fact]
    public void A_login_stays_where_nothing_is_said_of_it_and_goes_where_null_is()
    {
        Assert.Equal(Ann.Login, UserRules.Change(Acme.With(Ann), "ann", new(Name: "Anna")).Value!.Login);
        Assert.Null(UserRules.Change(Acme.With(Ann), "ann", new(Login: new(true, null))).Value!.Login);
    }

    [Fact]
    public void A_provider_means_whoever_has_the_login_now_else_whoever_had_it_and_never_one_of_several()
    {
        var before = Acme.User("before") with { Login = Ann.Login, Archived = true };

        Assert.Equal("ann", LoginRules.Find(Acme.With(before, Ann), "Ann@Acme.Example")?.Id);
        Assert.Equal("before", LoginRules.Find(Acme.With(before), "ann@acme.example")?.Id);
        Assert.Null(LoginRules.Find(Acme.With(Ann, Acme.User("two") with { Login = Ann.Login }), "ann@acme.example"));
        Assert.Null(LoginRules.Find(Acme.With(Acme.User("ann@acme.example") with { Name = "ann@acme.example" }), "ann@acme.example"));
    }
}
