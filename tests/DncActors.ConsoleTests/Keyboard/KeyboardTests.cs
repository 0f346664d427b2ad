using DncActors.ConsoleTests.Browser;
using DncActors.ConsoleTests.Walk;
using Microsoft.Playwright;

namespace DncActors.ConsoleTests.Keyboard;

[Collection(ConsoleWorld.OneAtATime)]
public sealed class KeyboardTests(ConsoleWorld world)
{
    [Fact]
    public async Task The_first_stop_leads_past_the_menu()
    {
        await using var visit = await world.SignInAsync();
        await visit.GoAsync("/workflows", "Workflows");
        await visit.Page.EvaluateAsync(TabWalk.ToTheTop);
        await visit.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(visit.Page.GetByText("Skip to the content")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("main")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_page_that_is_opened_says_its_title_to_whoever_listens()
    {
        await using var visit = await world.SignInAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Workflows" }).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Workflows", Level = 1 })).ToBeFocusedAsync();
    }
}
