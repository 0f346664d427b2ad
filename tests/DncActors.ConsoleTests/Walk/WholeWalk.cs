using DncActors.ConsoleTests.Accessibility;
using DncActors.ConsoleTests.Browser;
using Microsoft.Playwright;

namespace DncActors.ConsoleTests.Walk;

/// <summary>Everything there is, shown once after the other and looked at in every way: to open it all is what takes the time.</summary>
public sealed class WholeWalk(ConsoleWorld world) : IAsyncLifetime
{
    const string Contrast = "color-contrast";

    /// <summary>What the component library draws text with: when it has changed, the theme has.</summary>
    const string TextColour = "getComputedStyle(document.documentElement).getPropertyValue('--mud-palette-text-primary')";

    /// <summary>
    /// Colours that fade into others are neither: what runs is brought to its end, and drawn. Once more while anything does: what inherits a colour begins to
    /// fade when that which it has it from is at its end.
    /// </summary>
    const string Settle =
        """
        async () => {
          const fading = () => document.getAnimations().filter(
            one => one.playState === 'running' && one.effect?.getComputedTiming().endTime < Infinity);
          for (let tries = 0; tries === 0 || fading().length > 0; tries++) {
            if (tries === 50) throw new Error('It never comes to rest.');
            for (const one of fading()) one.finish();
            await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
          }
        }
        """;

    /// <summary>Where a page is wider than its window, what sticks out. A menu that was opened in a wide window stays by its button, which may be out of a
    /// small one's sight: it does not count.</summary>
    const string StickingOut =
        """
        () => document.querySelectorAll('.mud-popover').forEach(menu => { menu.style.display = 'none'; })
          || document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
          .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && e.checkVisibility()).slice(0, 5).map(e => e.outerHTML.slice(0, 120))
        """;

    /// <summary>What axe finds serious or critical, in either theme.</summary>
    public List<string> Violations { get; } = [];

    public List<string> WiderThanAPhone { get; } = [];

    /// <summary>What the tab key does not reach, or not so that it is seen.</summary>
    public List<string> OutOfReach { get; } = [];

    public async ValueTask InitializeAsync()
    {
        using var api = world.Client();
        await using var visit = await world.SignInAsync();
        foreach (var scene in await Scenes.OfAsync(api))
        {
            await scene.ShowAsync(visit);
            Violations.AddRange((await Axe.FindAsync(visit)).Select(line => $"{scene.Name}: {line}"));
            await ThemeAsync(visit.Page, ColorScheme.Dark);
            Violations.AddRange((await Axe.FindAsync(visit, Contrast)).Select(line => $"{scene.Name}, dark: {line}"));
            await ThemeAsync(visit.Page, ColorScheme.Light);
            // A menu is walked by arrows, and closed by the tab key.
            var isMenu = await visit.Page.Locator(".mud-popover-open").CountAsync() > 0;
            await visit.Page.SetViewportSizeAsync(390, 844);
            WiderThanAPhone.AddRange((await visit.Page.EvaluateAsync<string[]>(StickingOut)).Select(what => $"{scene.Name}: {what}"));
            await visit.Page.SetViewportSizeAsync(1440, 900);
            await visit.Page.EvaluateAsync(Settle);
            if (!isMenu) OutOfReach.AddRange((await TabWalk.MissedAsync(visit.Page)).Select(what => $"{scene.Name}: {what}"));
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The reader's system changes its theme, and the open page with it.</summary>
    static async Task ThemeAsync(IPage page, ColorScheme theme)
    {
        var before = await page.EvaluateAsync<string>(TextColour);
        await page.EmulateMediaAsync(new() { ColorScheme = theme });
        await page.WaitForFunctionAsync($"before => {TextColour} !== before", before);
        await page.WaitForFunctionAsync("dark => document.documentElement.classList.contains('dark') === dark", theme == ColorScheme.Dark);
        await page.EvaluateAsync(Settle);
    }
}
