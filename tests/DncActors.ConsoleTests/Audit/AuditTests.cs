using System.Text.RegularExpressions;
using DncActors.Client.Leads;
using DncActors.Client.People;
using DncActors.ConsoleTests.Browser;
using Microsoft.Playwright;

namespace DncActors.ConsoleTests.Audit;

[Collection(ConsoleWorld.OneAtATime)]
public sealed class AuditTests(ConsoleWorld world)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_changed_on_a_lead_is_found_by_its_id_and_by_its_name_and_the_search_stands_in_the_address()
    {
        var lead = await MakeAsync("Audrey Searchable");
        await using var visit = await world.SignInAsync();
        var page = visit.Page;
        await visit.GoAsync($"/leads/{lead.Id}", "Audrey Searchable");
        await page.GetByRole(AriaRole.Link, new() { Name = "Everything that changed" }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr")).ToContainTextAsync("lead created");
        Assert.EndsWith($"/audit?lead={lead.Id}", page.Url, StringComparison.Ordinal);

        await page.GetByLabel("Lead", new() { Exact = true }).FillAsync("audrey searchable");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/audit\?lead=audrey%20searchable$"));
        await Assertions.Expect(page.Locator("tbody tr")).ToContainTextAsync($"lead {lead.Id}");

        await page.GetByLabel("Lead", new() { Exact = true }).FillAsync("Nobody Of This Name");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("No lead, or more than one");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_key_that_did_something_is_called_by_its_name_by_administrators_and_by_its_id_by_others()
    {
        using var api = world.Client();
        var lead = await MakeAsync("Kim Keymade");
        var agent = await api.ApiKeys.CreateAsync(new() { Name = "Desk", Role = BuiltInRoleNames.Agent }, cancellation: Cancellation);

        await using var admin = await world.SignInAsync();
        await admin.GoAsync($"/leads/{lead.Id}", "Kim Keymade");
        await Assertions.Expect(admin.Page.Locator(".facts")).ToContainTextAsync("by First administrator (key)");
        await using var other = await world.SignInAsync(agent.Key);
        await other.GoAsync($"/leads/{lead.Id}", "Kim Keymade");
        await Assertions.Expect(other.Page.Locator(".facts")).ToContainTextAsync("by API key first");
    }

    async Task<LeadModel> MakeAsync(string name)
    {
        using var api = world.Client();
        var workflow = await api.Workflows.GetAsync("inbound", cancellation: Cancellation);
        return await api.Leads.CreateAsync(
            new() { RecordType = workflow.RecordType, WorkflowId = workflow.Id, StatusId = workflow.Statuses[0].Id, Name = name },
            cancellation: Cancellation);
    }
}
