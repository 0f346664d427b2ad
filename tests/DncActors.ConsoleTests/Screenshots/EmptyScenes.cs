using DncActors.ConsoleTests.Browser;
using Microsoft.Playwright;
using static DncActors.ConsoleTests.Browser.Opening;

namespace DncActors.ConsoleTests.Screenshots;

/// <summary>What its first administrator finds in an organization of their own.</summary>
static class EmptyScenes
{
    internal static async Task<(string Key, IReadOnlyList<Scene> Scenes)> MakeAsync(ConsoleWorld world)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var first = world.Client();
        var made = await first.Organizations.CreateAsync(new() { Name = "Nothing Yet" }, cancellation: cancellation);
        return (made.Key!,
        [
            new("empty-overview", "/", "Overview"),
            new("empty-leads", "/leads", "Leads"),
            new("empty-lead-new", "/leads", "Leads", Dialog("New lead")),
            new("empty-list", "/list", Scenes.List),
            new("empty-list-imports", "/list/imports", "Imports"),
            new("empty-workflows", "/workflows", "Workflows"),
            new("empty-templates", "/workflows/templates", "Action templates"),
            new("empty-reports", "/reports", "Reports"),
            new("empty-audit", "/audit", "Audit"),
            new("empty-people", "/people", "People"),
            new("empty-groups", "/people/groups", "People"),
            new("empty-board", "/workflows", "Workflows", BoardAsync),
        ]);
    }

    static async Task BoardAsync(IPage page)
    {
        await Dialog("New workflow")(page);
        await page.GetByLabel("Name").FillAsync("Inbound");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make it" }).ClickAsync();
        await page.GetByText("No status yet").WaitForAsync();
    }
}
