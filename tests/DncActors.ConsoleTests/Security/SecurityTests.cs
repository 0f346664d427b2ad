using System.Net;
using DncActors.Client.People;
using DncActors.Client.Workflows;
using DncActors.ConsoleTests.Browser;
using Microsoft.Playwright;

namespace DncActors.ConsoleTests.Security;

[Collection(ConsoleWorld.OneAtATime)]
public sealed class SecurityTests(ConsoleWorld world)
{
    const string Script = "<img src=x onerror=\"window.hacked=1\">";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("\\/elsewhere.example")]
    public async Task Signing_in_leads_to_no_other_site(string to)
    {
        await using var visit = await world.OpenAsync();
        await visit.Page.GotoAsync($"/sign-in?to={Uri.EscapeDataString(to)}");
        await visit.Page.GetByLabel("API key").FillAsync(world.Key);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Overview" }).WaitForAsync();
        Assert.Equal(world.Address.ToString(), visit.Page.Url);
    }

    [Fact]
    public async Task No_site_can_put_a_page_into_a_frame_or_have_it_load_anything_of_its_own()
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = world.Address };
        foreach (var path in new[] { "/", "/sign-in", "/workflows" })
        {
            using var answer = await http.GetAsync(path, Cancellation);
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
            Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
        }
    }

    [Fact]
    public async Task A_form_that_another_site_sends_signs_nobody_in_or_out()
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = world.Address };
        using var signIn = await http.PostAsync("/sign-in", new FormUrlEncodedContent([new("_handler", "by-key"), new("Key", world.Key)]), Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, signIn.StatusCode);
        Assert.True(!signIn.Headers.TryGetValues("Set-Cookie", out var set) || !set.Any(cookie => cookie.StartsWith("dnc-session", StringComparison.Ordinal)));

        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-out") { Content = new FormUrlEncodedContent([]) };
        request.Headers.Add("Cookie", $"dnc-session={world.Key}");
        using var signOut = await http.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, signOut.StatusCode);
    }

    [Fact]
    public async Task A_cookie_that_was_planted_before_is_not_the_session_of_whoever_signs_in()
    {
        await using var visit = await world.OpenAsync();
        await visit.Context.AddCookiesAsync([new() { Name = "dnc-session", Value = "planted-by-somebody", Url = world.Address.ToString(), HttpOnly = true }]);
        await visit.SignInAsync(world.Key);

        var cookie = Assert.Single(await visit.Context.CookiesAsync(), cookie => cookie.Name == "dnc-session");
        Assert.NotEqual("planted-by-somebody", cookie.Value);
    }

    [Fact]
    public async Task Without_a_session_there_is_no_circuit()
    {
        using var http = new HttpClient { BaseAddress = world.Address };
        using var answer = await http.PostAsync("/_blazor/negotiate?negotiateVersion=1", null, Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task What_is_not_in_the_menu_is_not_behind_its_address_either()
    {
        using var client = world.Client();
        var key = await client.ApiKeys.CreateAsync(new() { Name = "only reads leads", Role = BuiltInRoleNames.Agent }, cancellation: Cancellation);
        await using var visit = await world.SignInAsync(key.Key);
        Assert.Equal(0, await visit.Page.GetByRole(AriaRole.Link, new() { Name = "People" }).CountAsync());

        await visit.Page.GotoAsync("/people/keys");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("permission");
        Assert.DoesNotContain(key.Key!, await visit.Page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_in_a_name_is_shown_as_it_is_written()
    {
        using var client = world.Client();
        var made = await client.Workflows.CreateAsync(new() { Name = Script, RecordType = "lead" }, cancellation: Cancellation);
        var status = await client.Statuses.CreateAsync(made.Id, new() { Name = Script, SystemStatus = "new" }, cancellation: Cancellation);
        await client.Actions.CreateAsync(
            made.Id,
            status.Id,
            new() { Name = Script, Category = Script, Operations = [new NotifyUserGroupsModel { UserGroupIds = UserGroupSelection.All }] },
            cancellation: Cancellation);
        await client.Users.CreateAsync(new() { Name = Script }, cancellation: Cancellation);
        try
        {
            await using var visit = await world.SignInAsync();
            foreach (var path in new[] { $"/workflows/{made.Id}", "/workflows", "/people/users", "/audit" })
            {
                await visit.Page.GotoAsync(path);
                // The newest record is of the user; what it was before and after is shown on demand.
                if (path == "/audit") await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Before and after" }).First.ClickAsync();
                await Assertions.Expect(visit.Page.GetByText("onerror").First).ToBeVisibleAsync();
                Assert.Null(await visit.Page.EvaluateAsync<int?>("window.hacked ?? null"));
            }
        }
        finally
        {
            await client.Workflows.ArchiveAsync(made.Id, cancellation: Cancellation);
        }
    }

    [Fact]
    public async Task A_key_that_is_revoked_opens_no_other_page()
    {
        using var client = world.Client();
        var key = await client.ApiKeys.CreateAsync(new() { Name = "short-lived", Role = BuiltInRoleNames.Administrator }, cancellation: Cancellation);
        await using var visit = await world.SignInAsync(key.Key);
        await client.ApiKeys.DeleteAsync(key.Id, cancellation: Cancellation);

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Audit" }).ClickAsync();
        await visit.Page.GetByLabel("API key").WaitForAsync();
    }
}
