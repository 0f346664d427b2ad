using DncActors.ConsoleTests.Browser;
using Microsoft.Playwright;

namespace DncActors.ConsoleTests.Pages;

[Collection(ConsoleWorld.OneAtATime)]
public sealed class NotFoundTests(ConsoleWorld world)
{
    [Fact]
    public async Task An_address_that_leads_nowhere_is_answered_with_a_page_to_readers_and_with_a_problem_to_programs()
    {
        await using var visit = await world.SignInAsync();
        visit.MayBeRefused = true;
        var answer = await visit.Page.GotoAsync("/no-such-page");
        Assert.Equal(404, answer!.Status);
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "There is no such page", Level = 1 }).WaitForAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Go to the overview" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Overview", Level = 1 }).WaitForAsync();

        var asked = await visit.Context.APIRequest.GetAsync("/no-such-page", new() { Headers = [new("Accept", "application/json")] });
        Assert.Equal((404, "application/problem+json"), (asked.Status, asked.Headers["content-type"].Split(';')[0]));
    }
}
