using DncActors.Client.ContactChecks;
using DncActors.Client.ContactPoints;
using DncActors.Client.People;
using DncActors.ConsoleTests.Browser;
using Microsoft.Playwright;

namespace DncActors.ConsoleTests.Story;

/// <summary>What the help article of a CRM describes, done by clicking: a status, an action, a template over all statuses, and a lead that is left
/// alone.</summary>
[Collection(ConsoleWorld.OneAtATime)]
public sealed class StoryTests(ConsoleWorld world)
{
    const string Phone = "+12025550188";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_who_asks_not_to_be_contacted_is_left_alone_by_clicking()
    {
        using var api = world.Client();
        var group = await api.UserGroups.CreateAsync(new() { Name = "Story desk" }, cancellation: Cancellation);
        var user = await api.Users.CreateAsync(
            new() { Name = "Mia Member", Roles = [BuiltInRoleNames.Agent], UserGroups = [group.Id] }, cancellation: Cancellation);
        var key = await api.ApiKeys.CreateAsync(new() { Name = "Mia's", UserId = user.Id }, cancellation: Cancellation);

        await using var admin = await world.SignInAsync();
        await using var member = await world.SignInAsync(key.Key);
        var workflow = await MakeWorkflowAsync(admin);
        await MakeActionAsync(admin);
        await ApplyEverywhereAsync(admin);

        var statuses = (await api.Workflows.GetAsync(workflow, cancellation: Cancellation)).Statuses;
        Assert.All(
            statuses.Where(status => status.SystemStatus != "dead"), status => Assert.Contains(status.Actions, action => action.Name == "Do Not Contact"));

        var lead = await api.Leads.CreateAsync(
            new()
            {
                RecordType = "lead",
                WorkflowId = workflow,
                StatusId = statuses[0].Id,
                Name = "Pat Story",
                UserGroups = [group.Id],
                ContactPoints = [new() { Kind = ContactPointKindNames.Phone, Value = "(202) 555-0188", Primary = true }],
            },
            cancellation: Cancellation);
        await RunItAsync(admin, lead.Id);

        await Assertions.Expect(member.Page.GetByText($"Lead {lead.Id}: no more")).ToBeVisibleAsync();
        await admin.GoAsync($"/list?q={Uri.EscapeDataString(Phone)}", "Do Not Contact list");
        await Assertions.Expect(admin.Page.Locator("table")).ToContainTextAsync(Phone);
        var verdict = await api.ContactChecks.CheckAsync(new() { Phone = Phone, Channel = ChannelNames.Call }, cancellation: Cancellation);
        Assert.Equal(VerdictNames.Blocked, verdict.Verdict);
    }

    /// <returns>The workflow's id.</returns>
    static async Task<string> MakeWorkflowAsync(Visit visit)
    {
        await visit.GoAsync("/workflows", "Workflows");
        await Dialogs.OpenAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "New workflow" }));
        await visit.Page.GetByLabel("Name").FillAsync("Story");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Make it" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Story", Level = 1 }).WaitForAsync();
        foreach (var (name, system) in new[] { ("New", "new"), ("Contacted", "active") }) await AddStatusAsync(visit, name, system, restricts: false);
        await AddStatusAsync(visit, "Left alone", "dead", restricts: true);
        await Assertions.Expect(visit.Page.GetByText("No calls, texts and emails here")).ToBeVisibleAsync();
        return visit.Page.Url.Split('/')[^1];
    }

    static async Task AddStatusAsync(Visit visit, string name, string system, bool restricts)
    {
        var dialog = await Dialogs.OpenAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add a status" }));
        await dialog.GetByLabel("Name").FillAsync(name);
        await dialog.GetByLabel("System status").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Option, new() { Name = system, Exact = true }).ClickAsync();
        if (restricts)
        {
            foreach (var channel in new[] { "Calls", "Texts", "Emails" }) await dialog.GetByLabel(channel).CheckAsync();
        }
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add the status" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Listitem, new() { Name = name, Exact = true }).WaitForAsync();
    }

    static async Task MakeActionAsync(Visit visit)
    {
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Add an action to New", Exact = true }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Begin as “Do Not Contact”" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("The lead moves to “Left alone” of Story")).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add the action" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Story", Level = 1 }).WaitForAsync();
    }

    static async Task ApplyEverywhereAsync(Visit visit)
    {
        await visit.Page.GetByLabel("What to do with Do Not Contact in New").ClickAsync();
        await visit.Page.GetByText("Save as a template").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Apply it" }).ClickAsync();
        await visit.Page.GetByLabel("Story", new() { Exact = true }).CheckAsync();
        await Assertions.Expect(visit.Page.GetByText("replaced").Last).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Apply to" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Story", Level = 1 }).WaitForAsync();
    }

    static async Task RunItAsync(Visit visit, string lead)
    {
        await visit.GoAsync($"/leads/{lead}", "Pat Story");
        var dialog = await Dialogs.OpenAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Do Not Contact", Exact = true }));
        await dialog.GetByLabel("Note").FillAsync("said so on the phone");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Do Not Contact" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync("Left alone");
    }
}
