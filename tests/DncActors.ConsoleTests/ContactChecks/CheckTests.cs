using System.Text;
using DncActors.ConsoleTests.Browser;
using Microsoft.Playwright;

namespace DncActors.ConsoleTests.ContactChecks;

[Collection(ConsoleWorld.OneAtATime)]
public sealed class CheckTests(ConsoleWorld world)
{
    [Fact]
    public async Task What_was_pasted_gets_a_verdict_line_by_line()
    {
        await world.Client().Registry.AddAsync(
            new() { Phone = "+12125550177", Channels = ["call"], Reason = "Asked" }, cancellation: TestContext.Current.CancellationToken);
        await using var visit = await OpenAsync();
        await visit.Page.Locator("textarea").FillAsync("212 555 0177\n+1 646 555 0000\nrubbish");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Check for calls", Exact = true }).ClickAsync();

        await Assertions.Expect(visit.Page.Locator("tbody tr")).ToHaveCountAsync(3);
        await Assertions.Expect(visit.Page.Locator("tbody tr").Nth(0)).ToContainTextAsync("+12125550177");
        await Assertions.Expect(visit.Page.Locator("tbody tr").Nth(0)).ToContainTextAsync("blocked");
        await Assertions.Expect(visit.Page.Locator("tbody tr").Nth(1)).ToContainTextAsync("allowed");
        await Assertions.Expect(visit.Page.Locator("tbody tr").Nth(2)).ToContainTextAsync("cannot be read");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n ")]
    public async Task Where_nothing_was_pasted_the_page_says_so(string text)
    {
        await using var visit = await OpenAsync();
        await visit.Page.Locator("textarea").FillAsync(text);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Check for calls", Exact = true }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Paste at least one.");
    }

    [Fact]
    public async Task More_than_a_page_checks_is_refused_and_nothing_is_cut_off_silently()
    {
        await using var visit = await OpenAsync();
        var text = string.Join('\n', Enumerable.Range(0, 10_001).Select(n => $"+1 646 555 {n:D4}"));
        // Typed in one go, as a paste is; to fill it in takes a browser long.
        await visit.Page.Locator("textarea").EvaluateAsync("(field, text) => { field.value = text; }", text);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Check for calls", Exact = true }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("More than 10,000 lines");
    }

    [Fact]
    public async Task A_file_comes_back_with_a_verdict_on_every_line()
    {
        const int Lines = 20_000;
        await using var visit = await OpenAsync();
        var file = string.Join('\n', Enumerable.Range(0, Lines).Select(n => $"Person {n},+1 646 555 {n % 10_000:D4}").Prepend("name,phone"));
        await FileChooser.ChooseAsync(
            visit.Page, new FilePayload { Name = "people.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(file) });
        var download = await visit.Page.RunAndWaitForDownloadAsync(
            () => visit.Page.GetByRole(AriaRole.Button, new() { Name = "Check for calls and download" }).ClickAsync());

        Assert.Equal("people-checked.csv", download.SuggestedFilename);
        var answer = await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal(Lines + 1, answer.Length);
        Assert.Equal("name,phone,verdict,reason", answer[0]);
        await Assertions.Expect(visit.Page.GetByText("Saved as people-checked.csv, whole.")).ToBeVisibleAsync();
    }

    async Task<Visit> OpenAsync()
    {
        var visit = await world.SignInAsync();
        await visit.GoAsync("/check", "Check");
        return visit;
    }
}
