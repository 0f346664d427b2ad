using DncActors.Client.ContactChecks;
using DncActors.Client.ContactPoints;
using DncActors.ConsoleTests.Browser;
using Microsoft.Playwright;

namespace DncActors.ConsoleTests.Keyboard;

/// <summary>The story of the help article once more, from the door to the list, by somebody who has no mouse.</summary>
[Collection(ConsoleWorld.OneAtATime)]
public sealed class KeyboardStoryTests(ConsoleWorld world)
{
    const string Phone = "+12025550189";
    const string Workflow = "Keys only";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_who_asks_not_to_be_contacted_is_left_alone_by_keyboard_alone()
    {
        using var api = world.Client();
        await using var visit = await world.OpenAsync();
        var (page, keys) = (visit.Page, new Keys(visit.Page));
        await page.GotoAsync("/sign-in");
        await keys.TypeAsync(world.Key);
        await keys.PressAsync("Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Overview", Level = 1 }).WaitForAsync();

        await MakeWorkflowAsync(page, keys);
        await MakeActionAsync(page, keys);
        await ApplyEverywhereAsync(page, keys);
        await MakeLeadAsync(page, keys);
        await RunItAsync(page, keys);

        await keys.UseAsync(Page(page, "Do Not Contact"), back: true);
        await OnAsync(page, "Do Not Contact list");
        await keys.PressAsync("/");
        await keys.TypeAsync(Phone);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = Phone })).Not.ToHaveCountAsync(0);
        var verdict = await api.ContactChecks.CheckAsync(new() { Phone = Phone, Channel = ChannelNames.Call }, cancellation: Cancellation);
        Assert.Equal(VerdictNames.Blocked, verdict.Verdict);
    }

    static async Task MakeWorkflowAsync(IPage page, Keys keys)
    {
        await keys.UseAsync(Page(page, "Workflows"));
        await OnAsync(page, "Workflows");
        await keys.UseAsync(Button(page, "New workflow"));
        await InDialogAsync(page, "Name");
        await keys.TypeAsync(Workflow);
        await keys.PressAsync("Enter");
        await OnAsync(page, Workflow);
        await AddStatusAsync(page, keys, "New", "new", restricts: false);
        await AddStatusAsync(page, keys, "Contacted", "active", restricts: false);
        await AddStatusAsync(page, keys, "Left alone", "dead", restricts: true);
        await Assertions.Expect(page.GetByText("No calls, texts and emails here")).ToBeVisibleAsync();
    }

    static async Task AddStatusAsync(IPage page, Keys keys, string name, string system, bool restricts)
    {
        var add = Button(page, "Add a status");
        await keys.UseAsync(add);
        await InDialogAsync(page, "Name");
        await keys.TypeAsync(name);
        await keys.UseAsync(page.GetByLabel("System status"));
        await keys.PickAsync(system);
        if (restricts)
        {
            foreach (var channel in new[] { "Calls", "Texts", "Emails" }) await keys.UseAsync(page.GetByLabel(channel), "Space");
        }
        await keys.UseAsync(Button(page, "Add the status"));
        await page.GetByRole(AriaRole.Listitem, new() { Name = name, Exact = true }).WaitForAsync();
        await Assertions.Expect(add).ToBeFocusedAsync();
    }

    static async Task MakeActionAsync(IPage page, Keys keys)
    {
        await keys.UseAsync(page.GetByRole(AriaRole.Link, new() { Name = "Add an action to New", Exact = true }));
        await OnAsync(page, "New action");
        await keys.UseAsync(Button(page, "Begin as “Do Not Contact”"));
        await Assertions.Expect(page.GetByText($"The lead moves to “Left alone” of {Workflow}")).ToBeVisibleAsync();
        await keys.UseAsync(Button(page, "Add the action"));
        await OnAsync(page, Workflow);
    }

    static async Task ApplyEverywhereAsync(IPage page, Keys keys)
    {
        await keys.UseAsync(Button(page, "What to do with Do Not Contact in New"));
        await keys.ChooseAsync("Save as a template");
        await OnAsync(page, "Do Not Contact");
        await keys.UseAsync(page.GetByRole(AriaRole.Link, new() { Name = "Apply it" }));
        await OnAsync(page, "Apply “Do Not Contact”");
        await keys.UseAsync(page.GetByLabel(Workflow, new() { Exact = true }), "Space");
        await Assertions.Expect(page.GetByText("replaced").Last).ToBeVisibleAsync();
        await keys.UseAsync(page.GetByRole(AriaRole.Button, new() { Name = "Apply to" }));
        await OnAsync(page, Workflow);
    }

    static async Task MakeLeadAsync(IPage page, Keys keys)
    {
        await keys.UseAsync(Page(page, "Leads"), back: true);
        await OnAsync(page, "Leads");
        await keys.UseAsync(Button(page, "New lead"));
        await InDialogAsync(page, "Name");
        await keys.TypeAsync("Kay Board");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await keys.UseAsync(dialog.GetByLabel("Workflow"));
        await keys.PickAsync(Workflow);
        await keys.ToAsync(dialog.GetByLabel("Phone or email 1"));
        await keys.TypeAsync("(202) 555-0189");
        await keys.PressAsync("Enter");
        await OnAsync(page, "Kay Board");
    }

    static async Task RunItAsync(IPage page, Keys keys)
    {
        await keys.UseAsync(Button(page, "Do Not Contact"));
        await InDialogAsync(page, "Note");
        await keys.TypeAsync("said so on the phone");
        await keys.UseAsync(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Do Not Contact" }));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("The lead stands in Left alone now.");
        await Assertions.Expect(page.GetByText("Calls: blocked")).ToBeVisibleAsync();
    }

    static ILocator Page(IPage page, string name) =>
        page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" }).GetByRole(AriaRole.Link, new() { Name = name });

    static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Whoever comes to a page is told its title.</summary>
    static Task OnAsync(IPage page, string title) =>
        Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true, Level = 1 })).ToBeFocusedAsync();

    /// <summary>Whoever opens a dialog is in its first field.</summary>
    static Task InDialogAsync(IPage page, string field) =>
        Assertions.Expect(page.GetByRole(AriaRole.Dialog).GetByLabel(field)).ToBeFocusedAsync();
}
