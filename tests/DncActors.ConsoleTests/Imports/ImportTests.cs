using System.Text;
using DncActors.Client.ContactChecks;
using DncActors.Client.ContactPoints;
using DncActors.ConsoleTests.Browser;
using Microsoft.Playwright;

namespace DncActors.ConsoleTests.Imports;

[Collection(ConsoleWorld.OneAtATime)]
public sealed class ImportTests(ConsoleWorld world)
{
    const string Listed = "+12125550166";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leads_come_from_a_file_whose_bad_lines_are_named_and_left_out()
    {
        using var api = world.Client();
        var workflow = (await api.Workflows.ListAsync(cancellation: Cancellation)).Items.First(w => w.RecordType == "lead");
        var place = $"lead,{workflow.Id},{workflow.Statuses.First(s => s.SystemStatus == "new").Id}";
        await using var visit = await world.SignInAsync();
        var page = visit.Page;
        await visit.GoAsync("/leads", "Leads");
        await visit.SettledAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true }).ClickAsync();
        await ChooseAsync(page, "leads.csv", $"recordType,workflowId,statusId,name,phone\n{place},Filea Good,+1 212 555 0167\n{place},Fileb Bad,12\n");
        await Assertions.Expect(page.Locator(".mud-dialog tbody tr")).ToContainTextAsync("12");
        await Assertions.Expect(page.GetByText("Nothing was kept yet.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Import 1 lead" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();
        await visit.GoAsync("/leads?q=Filea", "Leads");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Filea Good" })).ToBeVisibleAsync();
        await visit.GoAsync("/leads?q=Fileb", "Leads");
        await Assertions.Expect(page.GetByText("No lead is like that")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_whole_import_is_undone_and_who_is_blocked_by_nothing_else_may_be_contacted_again()
    {
        using var api = world.Client();
        await using var visit = await world.SignInAsync();
        var page = visit.Page;
        await visit.GoAsync("/list/imports", "Imports");
        await visit.SettledAsync();
        var rows = page.Locator("tbody tr");
        var before = await rows.CountAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true }).ClickAsync();
        await ChooseAsync(page, "wrong.csv", $"phone,reason\n{Listed},The wrong file\n");
        await page.GetByRole(AriaRole.Button, new() { Name = "Import 1 contact point" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();
        Assert.Equal(VerdictNames.Blocked, await VerdictAsync());
        // Until it is listed the first row is another import.
        await Assertions.Expect(rows).ToHaveCountAsync(before + 1);

        var dialog = await Dialogs.OpenAsync(rows.First.GetByRole(AriaRole.Button, new() { Name = "Undo" }));
        await Assertions.Expect(dialog).ToContainTextAsync("1 entry that is in force");
        await dialog.GetByLabel("Reason").FillAsync("It was another company's list");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Undo the import" }).ClickAsync();

        await Assertions.Expect(page.GetByText("The import is undone.")).ToBeVisibleAsync();
        Assert.Equal(VerdictNames.Allowed, await VerdictAsync());

        async Task<string> VerdictAsync() =>
            (await api.ContactChecks.CheckAsync(new() { Phone = Listed, Channel = ChannelNames.Call }, cancellation: Cancellation)).Verdict;
    }

    static Task ChooseAsync(IPage page, string name, string text) =>
        FileChooser.ChooseAsync(page, new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
}
