using System.Text.RegularExpressions;
using DncActors.ConsoleTests.Browser;
using Microsoft.Playwright;

namespace DncActors.ConsoleTests.Leads;

[Collection(ConsoleWorld.OneAtATime)]
public sealed class LeadTests(ConsoleWorld world)
{
    [Fact]
    public async Task A_lead_that_is_made_by_hand_is_blocked_by_an_action_and_the_page_says_so_at_once()
    {
        await using var visit = await world.SignInAsync();
        var page = visit.Page;
        var id = await MakeAsync(visit, "Ada Lovelace", "(212) 555-0142");
        await Assertions.Expect(page.GetByText("Calls: allowed")).ToBeVisibleAsync();

        var dialog = await Dialogs.OpenAsync(page.GetByRole(AriaRole.Button, new() { Name = "Do Not Contact" }).First);
        await dialog.GetByLabel("Note").FillAsync("Asked on the phone");
        var run = dialog.GetByRole(AriaRole.Button, new() { Name = "Do Not Contact" });
        await run.DblClickAsync();

        await Assertions.Expect(page.GetByText("was run.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Calls: blocked")).ToBeVisibleAsync();
        var history = await world.Client().Leads.ListHistoryAsync(id, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal("Asked on the phone", Assert.Single(history.Items).Note);
    }

    [Fact]
    public async Task Whoever_blocks_a_phone_is_told_beforehand_who_else_has_it_and_which_groups_hear_of_it()
    {
        await using var visit = await world.SignInAsync();
        await MakeAsync(visit, "Sam Shared", "(917) 555-0144");
        await MakeAsync(visit, "Sue Shared", "+1 917 555 0144");
        var dialog = await Dialogs.OpenAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Do Not Contact" }).First);
        await Assertions.Expect(dialog).ToContainTextAsync("The same phone or email is also on Sam Shared: what this blocks is blocked for them too.");
        await Assertions.Expect(dialog).ToContainTextAsync("No user group is told: the lead belongs to none.");
    }

    [Fact]
    public async Task Why_a_lead_is_still_contacted_is_told_with_what_to_do()
    {
        await using var visit = await world.SignInAsync();
        await MakeAsync(visit, "Grace Hopper", "(212) 555-0143");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Explain" }).ClickAsync();

        await Assertions.Expect(visit.Page.GetByText("It may be contacted by calls and texts.")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByText("no entry in force blocks").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_search_stands_in_the_address_so_that_a_link_opens_it_again()
    {
        await using var visit = await world.SignInAsync();
        await visit.GoAsync("/leads", "Leads");
        await visit.SettledAsync();
        await visit.Page.Keyboard.PressAsync("/");
        await visit.Page.Keyboard.TypeAsync("zoe");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex(@"/leads\?q=zoe$"));

        await using var other = await world.SignInAsync();
        await other.GoAsync("/leads?q=zoe&doNotContact=false", "Leads");
        await other.SettledAsync();
        var names = await other.Page.Locator("tbody tr td:first-child").AllInnerTextsAsync();
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Contains("zoe", name, StringComparison.OrdinalIgnoreCase));
    }

    /// <returns>The lead's id.</returns>
    static async Task<string> MakeAsync(Visit visit, string name, string phone)
    {
        await visit.GoAsync("/leads", "Leads");
        await visit.SettledAsync();
        await Dialogs.OpenAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "New lead" }));
        await visit.Page.GetByLabel("Name").FillAsync(name);
        await visit.Page.GetByLabel("Phone or email 1").FillAsync(phone);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Make the lead" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = name, Level = 1 }).WaitForAsync();
        return Uri.UnescapeDataString(new Uri(visit.Page.Url).Segments[^1]);
    }
}
