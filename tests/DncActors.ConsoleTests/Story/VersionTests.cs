using DncActors.ConsoleTests.Browser;
using Microsoft.Playwright;

namespace DncActors.ConsoleTests.Story;

[Collection(ConsoleWorld.OneAtATime)]
public sealed class VersionTests(ConsoleWorld world)
{
    [Fact]
    public async Task A_version_says_what_it_changed_and_an_older_one_comes_back()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var api = world.Client();
        var workflow = await api.Workflows.CreateAsync(new() { Name = "Versioned", RecordType = "lead" }, cancellation: cancellation);
        await api.Workflows.PatchAsync(workflow.Id, new() { Name = "Versioned anew" }, cancellation: cancellation);

        await using var visit = await world.SignInAsync();
        await visit.GoAsync($"/workflows/{workflow.Id}/versions", "Versions of Versioned anew");
        await Assertions.Expect(visit.Page.Locator(".timeline > li").First).ToContainTextAsync("Versioned → Versioned anew");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Restore version 1" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Restore" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Versions of Versioned", Exact = true, Level = 1 }).WaitForAsync();
        Assert.Equal("Versioned", (await api.Workflows.GetAsync(workflow.Id, cancellation: cancellation)).Name);
    }
}
