using DncActors.Client;
using DncActors.Client.Leads;
using DncActors.Client.Registry;
using Microsoft.Playwright;
using static DncActors.ConsoleTests.Browser.Opening;

namespace DncActors.ConsoleTests.Browser;

/// <summary>Everything that an administrator of the demo organization may have before them: the pages, those that need an id, the dialogs, what is found to be
/// empty or wrong.</summary>
static class Scenes
{
    internal const string List = "Do Not Contact list";
    const string Board = "/workflows/inbound";
    const string BoardTitle = "Inbound Sales";

    internal static async Task<IReadOnlyList<Scene>> OfAsync(DncClient api)
    {
        var ids = await SceneIds.FindAsync(api);
        return [.. Alone(), .. OfWorkflows(ids), .. OfLeads(ids.Lead, ids.Blocked), .. OfTheList(ids.Entry), .. OfPeople(), .. Else()];
    }

    static IEnumerable<Scene> Alone() =>
        Places.All.Select(place => new Scene(place.Path == "/" ? "overview" : place.Path[1..].Replace('/', '-'), place.Path, place.Title));

    static IEnumerable<Scene> OfWorkflows(SceneIds ids) =>
    [
        new("board", Board, BoardTitle),
        new("board-status-menu", Board, BoardTitle, Menu("What to do with Contacted")),
        new("board-action-menu", Board, BoardTitle, Menu("What to do with Do Not Contact in New")),
        new("board-archive", Board, BoardTitle, Dialog("Archive")),
        new("workflow-new", "/workflows", "Workflows", Dialog("New workflow")),
        new("status-new", Board, BoardTitle, Dialog("Add a status")),
        new("status-choice", Board, BoardTitle, async page =>
        {
            await Dialog("Add a status")(page);
            await page.GetByLabel("System status").ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Option)).Not.ToHaveCountAsync(0);
        }),
        new("versions", $"{Board}/versions", $"Versions of {BoardTitle}"),
        new("action", ids.Action, "Do Not Contact"),
        new("action-new", $"{Board}/statuses/{ids.Status}/actions/new", "New action"),
        new("action-copy", $"{ids.Action}/copy", "Copy “Do Not Contact”", Check("Outbound Campaigns")),
        new("template", $"/workflows/templates/{ids.Template.Id}", ids.Template.Name),
        new("template-apply", $"/workflows/templates/{ids.Template.Id}/apply", $"Apply “{ids.Template.Name}”", Check(BoardTitle)),
    ];

    static IEnumerable<Scene> OfLeads(LeadModel lead, LeadModel blocked) =>
    [
        new("lead", $"/leads/{lead.Id}", lead.Name!),
        new("lead-blocked", $"/leads/{blocked.Id}", blocked.Name!),
        new("lead-explained", $"/leads/{lead.Id}", lead.Name!, async page =>
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Explain" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Why is an action missing?" }).ClickAsync();
            await page.GetByText("Somebody misses an action here?").ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Ask" }).WaitForAsync();
        }),
        new("lead-run", $"/leads/{lead.Id}", lead.Name!, Dialog("Do Not Contact")),
        new("lead-edit", $"/leads/{lead.Id}", lead.Name!, Dialog("Edit")),
        new("lead-new", "/leads", "Leads", Dialog("New lead")),
        new("lead-import", "/leads", "Leads", Dialog("Import")),
        new("leads-none", "/leads?q=nobodyiscalledso", "Leads"),
        new("lead-missing", "/leads/no-such-lead", "no-such-lead"),
    ];

    static IEnumerable<Scene> OfTheList(DncEntryModel entry) =>
    [
        new("entry", $"/list/{entry.Id}", entry.ContactPoint),
        new("entry-revoke", $"/list/{entry.Id}", entry.ContactPoint, Dialog("Revoke")),
        new("entry-add", "/list", List, Dialog("Add")),
        new("list-import", "/list", List, async page =>
        {
            await Dialog("Import")(page);
            await FileChooser.ChooseAsync(
                page, FileOf("registry.csv", "phone,reason\n+1 212 555 0171,National registry\n(646) 555-0172,National registry\nnonsense,Bad\n"));
            await page.GetByText("Nothing was kept yet").WaitForAsync();
        }),
        new("list-export", "/list", List, page => page.GetByText("Export", new() { Exact = true }).ClickAsync()),
        new("list-imports", "/list/imports", "Imports"),
        new("list-none", "/list?q=%2B12125550999", List),
    ];

    static IEnumerable<Scene> OfPeople() =>
    [
        new("user-menu", "/people", "People", Menu("What to do with Ada Moreno")),
        new("user-new", "/people", "People", Dialog("New user")),
        new("group-new", "/people/groups", "People", Dialog("New group")),
        new("role-new", "/people/roles", "People", Dialog("New role")),
        new("key-new", "/people/keys", "People", Dialog("New key")),
        new("user-password", "/people", "People", async page =>
        {
            await Menu("What to do with Ada Moreno")(page);
            await page.GetByRole(AriaRole.Menuitem, new() { Name = "Set a password" }).ClickAsync();
            await page.GetByRole(AriaRole.Dialog).WaitForAsync();
        }),
    ];

    static IEnumerable<Scene> Else() =>
    [
        new("check-verdicts", "/check", "Check", async page =>
        {
            await page.Locator("textarea").FillAsync("(205) 555-0100\n+1 646 555 0000\n+1 212 555 0101\nrubbish");
            await page.GetByRole(AriaRole.Button, new() { Name = "Check for calls", Exact = true }).ClickAsync();
            await page.GetByRole(AriaRole.Heading, new() { Name = "Verdicts for calls" }).WaitForAsync();
        }),
        new("check-file", "/check", "Check", page =>
            FileChooser.ChooseAsync(page, FileOf("people.csv", "name,phone\nAda,+1 646 555 0000\n"))),
        new("reports-day", "/reports?by=day", "Reports"),
        new("reports-none", "/reports?from=2020-01-01&to=2020-01-02", "Reports"),
        new("audit-record", "/audit", "Audit", async page =>
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Before and after" }).First.ClickAsync();
            await page.Locator(".before-after").WaitForAsync();
        }),
        // Only a phone shows it.
        new("menu", "/check", "Check", page => page.Locator(".menu-button").EvaluateAsync("button => button.click()")),
        new("theme-menu", "/check", "Check", Menu("Theme")),
        new("who-menu", "/check", "Check", page => page.Locator("summary", new() { HasText = "Signed in as" }).ClickAsync()),
        new("connection-lost", "/check", "Check", page => page.EvaluateAsync(
            "() => document.getElementById('components-reconnect-modal').classList.add('components-reconnect-show')")),
    ];
}
