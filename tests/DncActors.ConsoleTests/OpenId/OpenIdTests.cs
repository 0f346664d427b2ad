using System.Net;
using DncActors.Client.Errors;
using DncActors.Client.People;
using DncActors.ConsoleTests.Browser;
using Microsoft.Playwright;

namespace DncActors.ConsoleTests.OpenId;

/// <summary>Signing in by an identity provider, with a real host, a provider of the tests and a real browser.</summary>
[Collection(ConsoleWorld.OneAtATime)]
public sealed class OpenIdTests(ConsoleWorld browsers, OpenIdWorld world) : IClassFixture<OpenIdWorld>
{
    const string Begin = "/sign-in/openid";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_the_provider_vouches_for_comes_in_where_they_wanted_to_go_and_signs_out()
    {
        var ann = await UserAsync("Ann Able", "Ann@Acme.example");
        world.Provider.Next = new() { Email = "ann@acme.example" };
        await using var context = await browsers.NewContextAsync(world.Address);
        var page = await context.NewPageAsync();

        await page.GotoAsync("/workflows?x=1");
        await page.GetByRole(AriaRole.Link, new() { Name = $"Sign in with {OpenIdWorld.Label}" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Workflows", Level = 1 }).WaitForAsync();

        Assert.Equal(new Uri(world.Address, "/workflows?x=1").ToString(), page.Url);
        var cookies = await context.CookiesAsync();
        var session = Assert.Single(cookies, c => c.Name == "dnc-session");
        Assert.Equal((true, SameSiteAttribute.Lax), (session.HttpOnly, session.SameSite));
        Assert.DoesNotContain(cookies, c => c.Name.StartsWith("dnc-openid", StringComparison.Ordinal));
        using var hers = world.Client(session.Value);
        var me = await hers.Me.GetAsync(cancellation: Cancellation);
        Assert.Equal((ann.Id, "Session (OpenID Connect)", true), (me.UserId, me.KeyName, me.ExpiresAt is not null));
        var opened = await NewestAsync();
        Assert.Equal(("session.opened", ann.Id, ann.Id), (opened.Type, opened.Actor, opened.Subject));
        Assert.Equal("Session (OpenID Connect)", opened.After!.Value.GetProperty("name").GetString());

        await page.Locator("summary", new() { HasText = "Signed in as Ann Able" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GetByLabel("API key").WaitForAsync();
        var over = await Assert.ThrowsAsync<DncProblemException>(() => hers.Me.GetAsync(cancellation: Cancellation));
        Assert.Equal(DncErrorCodes.Unauthenticated, over.Code);
    }

    [Fact]
    public async Task The_provider_is_asked_for_a_code_with_a_proof_a_nonce_and_a_state_that_tells_nothing()
    {
        using var walker = world.Walk();
        await walker.GoAsync(Begin + "?to=/workflows");

        var asked = world.Provider.Asked!;
        Assert.Equal("code S256 openid email", $"{asked["response_type"]} {asked["code_challenge_method"]} {asked["scope"]}");
        Assert.All(["state", "nonce", "code_challenge"], name => Assert.True(asked[name].ToString().Length > 20, name));
        Assert.DoesNotContain("workflows", asked["state"].ToString(), StringComparison.Ordinal);
        Assert.Empty(asked["client_secret"].ToString());
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Coming_back_leads_to_no_other_site(string to)
    {
        await UserAsync("Returning", "returning@acme.example");
        world.Provider.Next = new() { Email = "returning@acme.example" };
        using var walker = world.Walk();

        var (status, at, _) = await walker.GoAsync($"{Begin}?to={Uri.EscapeDataString(to)}");

        Assert.Equal((HttpStatusCode.OK, world.Address), (status, at));
        Assert.All(walker.Sent, sent => Assert.Equal("127.0.0.1", sent.Host));
    }

    [Fact]
    public async Task A_session_that_was_planted_before_is_not_the_one_that_is_opened()
    {
        var user = await UserAsync("Fixed", "fixed@acme.example");
        world.Provider.Next = new() { Email = "fixed@acme.example" };
        using var walker = world.Walk();
        walker.Plant("dnc-session", "planted-by-somebody");

        await walker.GoAsync(Begin);

        using var hers = world.Client(walker.Cookies["dnc-session"]);
        Assert.Equal(user.Id, (await hers.Me.GetAsync(cancellation: Cancellation)).UserId);
    }

    [Fact]
    public async Task Where_the_token_does_not_say_who_it_is_the_provider_is_asked()
    {
        await UserAsync("Thin", "thin@acme.example");
        world.Provider.Next = new() { Email = "thin@acme.example", OnlyAsUserInfo = true };
        using var walker = world.Walk();
        await walker.GoAsync(Begin);
        Assert.Contains("dnc-session", walker.Cookies.Keys);

        world.Provider.Next = new() { Email = "thin@acme.example", OnlyAsUserInfo = true, EmailVerified = false };
        using var other = world.Walk();
        Assert.Contains("was never verified", (await other.GoAsync(Begin)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("dnc-session", other.Cookies.Keys);
    }

    [Fact]
    public async Task Who_wrote_the_login_decides_and_neither_a_name_nor_an_id_is_one()
    {
        using var client = world.Client();
        var cancellation = Cancellation;
        var user = await client.Users.CreateAsync(new() { Id = "named.id", Name = "named@acme.example" }, cancellation: cancellation);
        world.Provider.Next = new() { Email = "named@acme.example" };
        await IsRefusedAsync("No user here signs in as named@acme.example", "unknown");

        await client.Users.PatchAsync(user.Id, new() { Login = "named@acme.example" }, cancellation: cancellation);
        using var walker = world.Walk();
        await walker.GoAsync(Begin);
        Assert.Contains("dnc-session", walker.Cookies.Keys);

        await client.Users.PatchAsync(user.Id, new() { Login = new(null) }, cancellation: cancellation);
        await IsRefusedAsync("No user here signs in as named@acme.example", "unknown");
    }

    [Fact]
    public async Task A_user_who_was_removed_is_refused_and_the_record_says_who_it_was()
    {
        var user = await UserAsync("Gone", "gone@acme.example");
        using var client = world.Client();
        await client.Users.DeleteAsync(user.Id, cancellation: Cancellation);
        world.Provider.Next = new() { Email = "gone@acme.example" };

        await IsRefusedAsync("The user who signed in as gone@acme.example was removed", "archived", user.Id);
    }

    [Fact]
    public async Task A_user_of_another_organization_does_not_come_in_to_this_one()
    {
        using var client = world.Client();
        var other = await client.Organizations.CreateAsync(new() { Id = "other", Name = "Other" }, cancellation: Cancellation);
        using var theirs = world.Client(other.Key);
        await theirs.Users.CreateAsync(new() { Name = "Theirs", Login = "theirs@other.example" }, cancellation: Cancellation);
        world.Provider.Next = new() { Email = "theirs@other.example" };

        await IsRefusedAsync("No user here signs in as theirs@other.example", "unknown");
    }

    [Theory]
    [InlineData("unverified", "was never verified")]
    [InlineData("unsaid", "was never verified")]
    [InlineData("nameless", "has no “email”")]
    [InlineData("audience", "does not hold")]
    [InlineData("nonce", "does not hold")]
    [InlineData("issuer", "does not hold")]
    [InlineData("expired", "does not hold")]
    [InlineData("another key", "does not hold")]
    [InlineData("shared secret", "does not hold")]
    [InlineData("unsigned", "does not hold")]
    [InlineData("declined", "did not let you through")]
    public async Task What_does_not_hold_lets_nobody_in(string what, string words)
    {
        await UserAsync("Eve", "eve@acme.example");
        var eve = new ProviderAnswer { Email = "eve@acme.example" };
        var (answer, reason) = what switch
        {
            "unverified" => (eve with { EmailVerified = false }, "unverified"),
            "unsaid" => (eve with { EmailVerified = null }, "unverified"),
            "nameless" => (eve with { Email = null }, "nameless"),
            "audience" => (eve with { Audience = "another-client" }, "audience"),
            "nonce" => (eve with { Nonce = "of-another-question" }, "nonce"),
            "issuer" => (eve with { Issuer = "https://elsewhere.example" }, "token"),
            "expired" => (eve with { Lasts = TimeSpan.FromMinutes(-3) }, "token"),
            "another key" => (eve with { Signed = Signed.ByAnotherKey }, "token"),
            "shared secret" => (eve with { Signed = Signed.BySharedSecret }, "token"),
            "unsigned" => (eve with { Signed = Signed.NotAtAll }, "token"),
            _ => (eve with { Error = "access_denied" }, "declined"),
        };
        world.Provider.Next = answer;

        await IsRefusedAsync(words, reason);
    }

    [Fact]
    public async Task An_answer_counts_once_and_in_the_browser_that_asked()
    {
        await UserAsync("Once", "once@acme.example");
        world.Provider.Next = new() { Email = "once@acme.example" };
        using var walker = world.Walk();
        await walker.GoAsync(Begin);
        var answer = walker.Sent.Single(sent => sent.AbsolutePath == Begin + "/callback").PathAndQuery;

        using var replaying = world.Walk();
        foreach (var (name, value) in walker.Cookies.Where(c => c.Key != "dnc-session")) replaying.Plant(name, value);
        var again = await replaying.GoAsync(answer);
        Assert.Contains("answered before", again.Text, StringComparison.Ordinal);
        await IsOnRecordAsync("state", null);

        using var asking = world.Walk();
        var asked = (await asking.GoAsync(Begin, sent => sent.AbsolutePath == Begin + "/callback")).At.PathAndQuery;
        using var thief = world.Walk();
        Assert.Contains("began in another browser", (await thief.GoAsync(asked)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("dnc-session", replaying.Cookies.Keys.Concat(thief.Cookies.Keys));
        // Nothing was lost by it for whom it was meant.
        await asking.GoAsync(asked);
        Assert.Contains("dnc-session", asking.Cookies.Keys);
    }

    [Fact]
    public async Task What_is_no_answer_at_all_is_refused()
    {
        foreach (var what in new[] { "", "?code=x", "?code=x&state=y", "?error=a&state=" + new string('x', 2_000), "?id_token=x&state=y" })
        {
            using var walker = world.Walk();
            var (status, at, text) = await walker.GoAsync($"{Begin}/callback{what}");
            Assert.Equal((HttpStatusCode.OK, "/sign-in"), (status, at.AbsolutePath));
            Assert.Contains("Begin again", text, StringComparison.Ordinal);
            Assert.DoesNotContain("dnc-session", walker.Cookies.Keys);
        }
    }

    [Fact]
    public async Task Who_is_refused_still_gets_where_they_wanted_to_go_and_is_told_once()
    {
        world.Provider.Next = new() { Email = "nobody@acme.example" };
        using var walker = world.Walk();
        var (_, at, text) = await walker.GoAsync($"{Begin}?to=/workflows");
        Assert.Equal("/sign-in?to=%2Fworkflows", at.PathAndQuery);
        Assert.Contains("nobody@acme.example", text, StringComparison.Ordinal);
        Assert.DoesNotContain(walker.Sent, sent => sent.ToString().Contains("nobody", StringComparison.Ordinal));
        Assert.DoesNotContain("nobody@acme.example", (await walker.GoAsync("/sign-in")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("acme.example", world.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_its_settings_there_is_neither_a_link_nor_an_endpoint()
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = browsers.Address };
        Assert.DoesNotContain("openid", await http.GetStringAsync("/sign-in", Cancellation), StringComparison.OrdinalIgnoreCase);
        foreach (var path in new[] { Begin, Begin + "/callback" })
        {
            using var answer = await http.GetAsync(path, Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    async Task IsRefusedAsync(string words, string reason, string? subject = null)
    {
        using var walker = world.Walk();
        var (status, at, text) = await walker.GoAsync(Begin);
        Assert.Equal((HttpStatusCode.OK, "/sign-in"), (status, at.AbsolutePath));
        Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.DoesNotContain("dnc-session", walker.Cookies.Keys);
        await IsOnRecordAsync(reason, subject);
    }

    async Task IsOnRecordAsync(string reason, string? subject)
    {
        var record = await NewestAsync();
        Assert.Equal(("session.refused", "anonymous:", subject), (record.Type, record.Actor, record.Subject));
        Assert.Equal($$"""{"by":"openid","reason":"{{reason}}"}""", record.After!.Value.GetRawText());
    }

    async Task<Client.Audit.AuditRecordModel> NewestAsync()
    {
        using var client = world.Client();
        return (await client.Audit.SearchAsync(new(), new() { Limit = 1 }, cancellation: Cancellation)).Items[0];
    }

    /// <summary>Made once, whichever case asks first.</summary>
    async Task<UserModel> UserAsync(string name, string login)
    {
        using var client = world.Client();
        await foreach (var user in client.Users.WalkAsync(cancellation: Cancellation))
        {
            if (user.Login == login) return user;
        }
        return await client.Users.CreateAsync(new() { Name = name, Login = login, Roles = [BuiltInRoleNames.Manager] }, cancellation: Cancellation);
    }
}
