using System.Text;
using DncActors.ConsoleTests.Browser;
using Microsoft.Playwright;

namespace DncActors.ConsoleTests.Registry;

[Collection(ConsoleWorld.OneAtATime)]
public sealed class ListTests(ConsoleWorld world)
{
    [Fact]
    public async Task A_list_is_tried_before_anything_of_it_is_kept()
    {
        await using var visit = await world.SignInAsync();
        var page = visit.Page;
        await visit.GoAsync("/list", "Do Not Contact list");
        await visit.SettledAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true }).ClickAsync();
        await FileChooser.ChooseAsync(
            page, FileOf("list.csv", "phone,reason\n+1 212 555 0199,National registry\nnonsense,Bad\n"));
        await Assertions.Expect(page.GetByText("would be blocked").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".mud-dialog tbody tr")).ToContainTextAsync("nonsense");
        Assert.Empty(await EntriesAsync("+12125550199"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Import 1 contact point" }).ClickAsync();
        await Assertions.Expect(page.GetByText("blocked from now on")).ToBeVisibleAsync();
        Assert.Equal("National registry", Assert.Single(await EntriesAsync("+12125550199")).Reason);
    }

    [Fact]
    public async Task What_a_person_asked_for_comes_off_only_with_evidence()
    {
        await using var visit = await world.SignInAsync();
        var page = visit.Page;
        await visit.GoAsync("/list", "Do Not Contact list");
        await visit.SettledAsync();
        var dialog = await Dialogs.OpenAsync(page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }));
        await dialog.GetByLabel("Phone or email").FillAsync("+44 20 7946 0999");
        await dialog.GetByLabel("Reason").FillAsync("Wrote a letter");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add it" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "+442079460999" }).First.ClickAsync();
        await Dialogs.OpenAsync(page.GetByRole(AriaRole.Button, new() { Name = "Revoke" }));

        await dialog.GetByLabel("Reason").FillAsync("Called again");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Revoke" })).ToBeDisabledAsync();
        await dialog.GetByLabel("Evidence").FillAsync("Recording 4711");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Revoke" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Evidence: Recording 4711")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_phone_is_found_in_any_form_and_one_that_is_none_is_said_to_be_none()
    {
        await using var visit = await world.SignInAsync();
        visit.MayBeRefused = true;
        await visit.GoAsync("/list", "Do Not Contact list");
        await visit.Page.GetByLabel("Phone or email").FillAsync("(212) 555-0101");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "+12125550101" }).First).ToBeVisibleAsync();
        await visit.Page.GetByLabel("Phone or email").FillAsync("12");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("12");
    }

    [Fact]
    public async Task The_list_that_is_shown_is_downloaded_and_only_by_who_is_signed_in()
    {
        await using var visit = await world.SignInAsync();
        await visit.GoAsync("/list?source=optOut", "Do Not Contact list");
        await visit.Page.GetByText("Export", new() { Exact = true }).ClickAsync();
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByText("CSV, for spreadsheets").ClickAsync());
        var lines = await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.True(lines.Length > 1);
        Assert.All(lines.Skip(1), line => Assert.Contains("optOut", line, StringComparison.Ordinal));

        await using var stranger = await world.OpenAsync();
        await stranger.Page.GotoAsync("/download/list?form=csv");
        Assert.Contains("/sign-in", stranger.Page.Url, StringComparison.Ordinal);
    }

    async Task<IReadOnlyList<Client.Registry.DncEntryModel>> EntriesAsync(string phone) =>
        (await world.Client().Registry.SearchAsync(new() { Phone = phone }, cancellation: TestContext.Current.CancellationToken)).Items;

    static FilePayload FileOf(string name, string text) => new() { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) };
}
