using DncActors.ConsoleTests.Browser;
using Microsoft.Playwright;

namespace DncActors.ConsoleTests.Accessibility;

[Collection(ConsoleWorld.OneAtATime)]
public sealed class AccessibilityTests(ConsoleWorld world)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task No_page_has_a_serious_violation_of_what_axe_knows(ColorScheme theme)
    {
        await using var visit = await world.SignInAsync(theme: theme);
        var found = new List<string>();
        foreach (var (path, title) in Places.All)
        {
            await visit.GoAsync(path, title);
            await visit.SettledAsync();
            found.AddRange((await Axe.FindAsync(visit)).Select(line => $"{path}: {line}"));
        }
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_door_has_none_either(ColorScheme theme)
    {
        await using var visit = await world.OpenAsync(theme);
        await visit.Page.GotoAsync("/sign-in");
        Assert.Empty(await Axe.FindAsync(visit));
    }
}
