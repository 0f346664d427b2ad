using DncActors.ConsoleTests.Browser;
using Microsoft.Playwright;

namespace DncActors.ConsoleTests.Screenshots;

/// <summary>Everything that the console shows, for people to look at: made only when asked for (<c>./test.sh screenshots</c>). <c>DNC_SCREENSHOTS</c> has
/// parts of the names of those that are wanted, with commas between them. Default: all.</summary>
[Collection(ConsoleWorld.OneAtATime)]
public sealed class ScreenshotTests(ConsoleWorld world)
{
    static readonly string[] _wanted = (Environment.GetEnvironmentVariable("DNC_SCREENSHOTS") ?? "").Split(',');

    [Theory(Explicit = true)]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Everything_is_taken_a_picture_of(ColorScheme theme)
    {
        using var api = world.Client();
        await using var visit = await world.SignInAsync(theme: theme);
        visit.MayBeRefused = true;
        await TakeAsync(visit, theme, [.. await Scenes.OfAsync(api), new("not-found", "/no-such-page", "There is no such page")]);
    }

    [Theory(Explicit = true)]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task So_is_an_organization_in_which_there_is_nothing_yet(ColorScheme theme)
    {
        var (key, scenes) = await EmptyScenes.MakeAsync(world);
        await using var visit = await world.SignInAsync(key, theme);
        await TakeAsync(visit, theme, scenes);
    }

    [Theory(Explicit = true)]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task So_is_the_door(ColorScheme theme)
    {
        await using var visit = await world.OpenAsync(theme);
        await TakeAsync(
            visit,
            theme,
            [
                new("door", "/sign-in", "DncActors"),
                new("door-refused", "/sign-in", "DncActors", async page =>
                {
                    await page.GetByLabel("API key").FillAsync("dnc_no-such-key");
                    await page.Keyboard.PressAsync("Enter");
                    await page.GetByRole(AriaRole.Alert).WaitForAsync();
                }),
            ]);
    }

    static async Task TakeAsync(Visit visit, ColorScheme theme, IEnumerable<Scene> scenes)
    {
        var pictures = new Pictures(visit, theme);
        foreach (var scene in scenes.Where(scene => Array.Exists(_wanted, part => scene.Name.Contains(part, StringComparison.Ordinal))))
        {
            await scene.ShowAsync(visit);
            await pictures.TakeAsync(scene.Name);
        }
    }
}
