using DncActors.ConsoleTests.Browser;
using Microsoft.Playwright;

namespace DncActors.ConsoleTests.Accessibility;

[Collection(ConsoleWorld.OneAtATime)]
public sealed class AccessibilityTests(ConsoleWorld world)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_door_has_no_serious_violation_either(ColorScheme theme)
    {
        await using var visit = await world.OpenAsync(theme);
        await visit.Page.GotoAsync("/sign-in");
        Assert.Empty(await Axe.FindAsync(visit));
    }
}
