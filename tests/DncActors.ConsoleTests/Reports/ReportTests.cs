using DncActors.ConsoleTests.Browser;
using Microsoft.Playwright;

namespace DncActors.ConsoleTests.Reports;

[Collection(ConsoleWorld.OneAtATime)]
public sealed class ReportTests(ConsoleWorld world)
{
    [Theory]
    [InlineData("action")]
    [InlineData("status")]
    [InlineData("user")]
    [InlineData("day")]
    public async Task Action_usage_is_a_picture_a_table_and_a_file(string by)
    {
        await using var visit = await world.SignInAsync();
        await visit.GoAsync($"/reports?by={by}", "Reports");
        await visit.SettledAsync();
        await Assertions.Expect(visit.Page.Locator(".chart svg")).ToBeVisibleAsync();
        var download = await visit.Page.RunAndWaitForDownloadAsync(
            () => visit.Page.GetByRole(AriaRole.Button, new() { Name = "Download CSV" }).First.ClickAsync());
        var lines = await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.StartsWith($"{by},key,executions,doNotContact", lines[0].TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.True(lines.Length > 1);
    }

    [Fact]
    public async Task That_nothing_dead_is_in_an_active_figure_is_said_from_the_figures()
    {
        await using var visit = await world.SignInAsync();
        await visit.GoAsync("/reports", "Reports");
        await Assertions.Expect(visit.Page.GetByText("Nothing dead is in an active figure.")).ToBeVisibleAsync();
    }
}
