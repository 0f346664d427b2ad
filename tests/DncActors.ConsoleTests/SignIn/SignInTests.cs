using DncActors.Client.Errors;
using DncActors.Client.People;
using DncActors.ConsoleTests.Browser;
using Microsoft.Playwright;

namespace DncActors.ConsoleTests.SignIn;

[Collection(ConsoleWorld.OneAtATime)]
public sealed class SignInTests(ConsoleWorld world)
{
    [Fact]
    public async Task Whoever_is_not_signed_in_is_shown_the_door_and_brought_to_where_they_wanted_to_go()
    {
        await using var visit = await world.OpenAsync();
        await visit.Page.GotoAsync("/workflows?x=1");
        Assert.EndsWith("/sign-in?to=%2Fworkflows%3Fx%3D1", visit.Page.Url, StringComparison.Ordinal);

        await visit.Page.GetByLabel("API key").FillAsync(world.Key);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Workflows", Level = 1 }).WaitForAsync();
        Assert.EndsWith("/workflows?x=1", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_none_is_refused_beside_the_field_and_nobody_is_signed_in()
    {
        await using var visit = await world.OpenAsync();
        await visit.Page.GotoAsync("/sign-in");
        await visit.Page.GetByLabel("API key").FillAsync("dnc_no-such-key");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("not known");
        Assert.DoesNotContain(await visit.Context.CookiesAsync(), cookie => cookie.Name == "dnc-session");
    }

    [Fact]
    public async Task A_user_comes_in_by_a_password_of_their_own_and_their_session_ends_with_signing_out()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var api = world.Client();
        var user = await api.Users.CreateAsync(new() { Name = "Paula Password", Roles = [BuiltInRoleNames.Manager] }, cancellation: cancellation);
        await api.Users.SetPasswordAsync(user.Id, new() { Password = "correct horse battery" }, cancellation: cancellation);

        await using var visit = await world.OpenAsync();
        await visit.Page.GotoAsync("/sign-in");
        await visit.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Paula Password");
        await visit.Page.GetByLabel("Password", new() { Exact = true }).FillAsync("wrong horse battery");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with the password" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nobody has this name and this password");

        await visit.Page.GetByLabel("Password", new() { Exact = true }).FillAsync("correct horse battery");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with the password" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Overview" }).WaitForAsync();
        var key = Assert.Single(await visit.Context.CookiesAsync(), cookie => cookie.Name == "dnc-session").Value;

        await visit.Page.Locator("summary", new() { HasText = "Signed in as Paula Password" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await visit.Page.GetByLabel("API key").WaitForAsync();
        using var hers = world.Client(key);
        var refused = await Assert.ThrowsAsync<DncProblemException>(() => hers.Me.GetAsync(cancellation: cancellation));
        Assert.Equal(DncErrorCodes.Unauthenticated, refused.Code);
    }

    [Fact]
    public async Task A_user_changes_their_own_password_with_the_one_before_and_is_signed_out_elsewhere()
    {
        const string First = "correct horse battery";
        const string Second = "another four word phrase";
        var cancellation = TestContext.Current.CancellationToken;
        using var api = world.Client();
        var user = await api.Users.CreateAsync(new() { Name = "Olga Own", Roles = [BuiltInRoleNames.Manager] }, cancellation: cancellation);
        await api.Users.SetPasswordAsync(user.Id, new() { Password = First }, cancellation: cancellation);
        var elsewhere = await api.Sessions.CreateAsync(new() { User = user.Id, Password = First }, cancellation: cancellation);
        var here = await api.Sessions.CreateAsync(new() { User = user.Id, Password = First }, cancellation: cancellation);

        await using var visit = await world.SignInAsync(here.Key);
        visit.MayBeRefused = true;
        await visit.Page.Locator("summary", new() { HasText = "Signed in as Olga Own" }).ClickAsync();
        await Dialogs.OpenAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Change password" }));
        var change = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Change it" });
        await visit.Page.GetByLabel("New password").FillAsync(Second);
        await visit.Page.GetByLabel("Once more").FillAsync(Second);
        await Assertions.Expect(change).ToBeDisabledAsync();
        await visit.Page.GetByLabel("Password now").FillAsync("a wrong horse battery");
        await change.ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("current password");

        await visit.Page.GetByLabel("Password now").FillAsync(First);
        await change.ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("Your password is changed")).ToBeVisibleAsync();

        using var hers = world.Client(elsewhere.Key);
        await Assert.ThrowsAsync<DncProblemException>(() => hers.Me.GetAsync(cancellation: cancellation));
        using var still = world.Client(here.Key);
        Assert.Equal(user.Id, (await still.Me.GetAsync(cancellation: cancellation)).UserId);
        Assert.Equal(user.Id, (await api.Sessions.CreateAsync(new() { User = user.Id, Password = Second }, cancellation: cancellation)).UserId);
        await Assert.ThrowsAsync<DncProblemException>(() => api.Sessions.CreateAsync(new() { User = user.Id, Password = First }, cancellation: cancellation));
    }

    [Fact]
    public async Task The_cookie_of_the_session_is_read_by_no_script_and_sent_by_no_other_site()
    {
        await using var visit = await world.SignInAsync();
        var cookie = Assert.Single(await visit.Context.CookiesAsync(), cookie => cookie.Name == "dnc-session");

        Assert.True(cookie.HttpOnly);
        Assert.Equal(SameSiteAttribute.Lax, cookie.SameSite);
        Assert.DoesNotContain("dnc-session", await visit.Page.EvaluateAsync<string>("document.cookie"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_signs_out_is_out()
    {
        await using var visit = await world.SignInAsync();
        await visit.Page.Locator("summary", new() { HasText = "Signed in as" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await visit.Page.GetByLabel("API key").WaitForAsync();

        await visit.Page.GotoAsync("/people");
        Assert.Contains("/sign-in", visit.Page.Url, StringComparison.Ordinal);
    }
}
