using System.Security.Claims;
using DncActors.Console.OpenId;

namespace DncActors.ConsoleTests.OpenId;

public sealed class OpenIdPersonTests
{
    [Fact]
    public void An_email_counts_where_the_provider_says_that_it_was_verified()
    {
        Assert.Equal(new OpenIdPerson("ann@acme.example", null), Read("email", ("email", " ann@acme.example "), ("email_verified", "true")));
        Assert.Equal(new OpenIdPerson("ann@acme.example", null), Read("email", ("email", "ann@acme.example"), ("email_verified", "True")));
        Assert.Equal(OpenIdProblem.Unverified, Read("email", ("email", "ann@acme.example")).Problem);
        Assert.Equal(OpenIdProblem.Unverified, Read("email", ("email", "ann@acme.example"), ("email_verified", "false")).Problem);
        Assert.Equal(OpenIdProblem.Unverified, Read("email", ("email", "a@b.c"), ("email_verified", "true"), ("email_verified", "false")).Problem);
        Assert.Equal(OpenIdProblem.Unverified, Read("email", ("email", "a@b.c"), ("email_verified", "1")).Problem);
    }

    [Fact]
    public void Another_claim_is_taken_at_the_providers_word() =>
        Assert.Equal(new OpenIdPerson("8f2c", null), Read("oid", ("oid", "8f2c"), ("email", "ann@acme.example")));

    [Fact]
    public void Who_has_no_name_or_several_is_nobody()
    {
        Assert.Equal(OpenIdProblem.Nameless, Read("email", ("sub", "1")).Problem);
        Assert.Equal(OpenIdProblem.Nameless, Read("oid", ("oid", " ")).Problem);
        Assert.Equal(OpenIdProblem.Nameless, Read("oid", ("oid", "a"), ("oid", "b")).Problem);
        Assert.Equal(OpenIdProblem.Nameless, Read("oid", ("oid", new string('a', 256))).Problem);
    }

    static OpenIdPerson Read(string claim, params (string Type, string Value)[] claims) =>
        OpenIdPerson.Read(new ClaimsPrincipal(new ClaimsIdentity(claims.Select(c => new Claim(c.Type, c.Value)))), claim);
}
