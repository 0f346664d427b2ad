using DncActors.Host.Settings;

namespace DncActors.UnitTests.Host.Settings;

public sealed class OpenIdSettingsTests
{
    static readonly (string Name, string? Value)[] Needed =
    [
        ("OpenId:Authority", "https://login.example.com/realms/staff"), ("OpenId:ClientId", "dnc"), ("OpenId:ClientSecret", "a-secret-of-the-provider"),
    ];

    [Fact]
    public void Nobody_signs_in_by_a_provider_that_nobody_named() => Assert.Null(Read().Options.OpenId);

    [Fact]
    public void What_is_needed_is_enough()
    {
        var read = Read([.. Needed, ("OpenId", null)]);

        Assert.Empty(read.Wrong);
        Assert.Equal(
            new OpenIdOptions
            {
                Authority = new Uri("https://login.example.com/realms/staff"),
                ClientId = "dnc",
                ClientSecret = "a-secret-of-the-provider",
                Organization = "default",
                Claim = "email",
                Label = "single sign-on",
                Scopes = "openid email",
            },
            read.Options.OpenId);
        Assert.DoesNotContain("secret-of", read.Options.OpenId!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_rest_can_be_chosen_and_openid_is_always_asked_for()
    {
        var read = Read(
        [
            .. Needed, ("openid:organization", "acme"), ("OpenId:Claim", "oid"), ("OpenId:Label", "Acme accounts"), ("OpenId:Scopes", " profile  email"),
        ]);

        Assert.Empty(read.Wrong);
        var openId = read.Options.OpenId!;
        Assert.Equal(("acme", "oid", "Acme accounts", "openid profile email"), (openId.Organization, openId.Claim, openId.Label, openId.Scopes));
    }

    [Fact]
    public void Each_that_is_missing_is_named()
    {
        var wrong = Read(("OpenId:Label", "Acme")).Wrong;

        Assert.Equal(3, wrong.Count);
        foreach (var name in new[] { "Authority", "ClientId", "ClientSecret" })
            Assert.Contains(wrong, line => line.StartsWith($"Dnc__OpenId__{name} is not set", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("OpenId:Authority", "login.example.com", "Dnc__OpenId__Authority cannot be read as the address of an identity provider: write its issuer")]
    [InlineData("OpenId:Authority", "ldap://login.example.com", "Dnc__OpenId__Authority cannot be read")]
    [InlineData("OpenId:Authority", "https://login.example.com/?x=1", "Dnc__OpenId__Authority cannot be read")]
    [InlineData("OpenId:Authority", "http://login.example.com", "Dnc__OpenId__Authority is 'http://login.example.com': write it with https")]
    [InlineData("OpenId:ClientId", "two words", "Dnc__OpenId__ClientId has 9 characters, or ones that do not belong there")]
    [InlineData("OpenId:ClientSecret", "short", "Dnc__OpenId__ClientSecret has 5 characters: use one that the provider made")]
    [InlineData("OpenId:Organization", "a b", "Dnc__OpenId__Organization is 'a b': write the id of the organization")]
    [InlineData("OpenId:Claim", "e mail", "Dnc__OpenId__Claim has 6 characters, or ones that do not belong there")]
    [InlineData("OpenId:Label", "12345678901234567890123456789012345678901", "Dnc__OpenId__Label has 41 characters")]
    [InlineData("OpenId:Secret", "x", "Dnc__OpenId__Secret is not a setting")]
    [InlineData("Console", "false", "Dnc__OpenId is set and Dnc__Console is false")]
    public void What_is_wrong_is_named_with_what_to_write(string name, string value, string line)
    {
        var wrong = Read([.. Needed.Where(s => s.Name != name), (name, value)]).Wrong;

        Assert.StartsWith(line, Assert.Single(wrong), StringComparison.Ordinal);
        Assert.DoesNotContain("short", wrong[0], StringComparison.Ordinal);
    }

    [Fact]
    public void On_the_loopback_a_provider_may_speak_in_clear_text() =>
        Assert.Empty(Read([.. Needed[1..], ("OpenId:Authority", "http://127.0.0.1:9000/")]).Wrong);

    static ReadSettings Read(params (string Name, string? Value)[] settings) => SettingsRules.Read(settings.ToDictionary(s => s.Name, s => s.Value));
}
