using DncActors.ConsoleTests.Browser;
using Microsoft.Playwright;

namespace DncActors.ConsoleTests.Screenshots;

/// <summary>Pictures of what a browser window shows, at the widths of a desk, a laptop and a phone, in <c>artifacts/screenshots</c>.</summary>
sealed class Pictures(Visit visit, ColorScheme theme)
{
    /// <summary>What is further down is more of the same.</summary>
    const int Deepest = 2600;

    const string Clear = ".mud-snackbar, .loading";

    static readonly (int Width, int Height)[] _screens = [(1440, 900), (1024, 768), (390, 844)];

    internal static string Folder { get; } = Path.Combine(new DirectoryInfo(AppContext.BaseDirectory).Parent!.Parent!.Parent!.FullName, "screenshots");

    internal async Task TakeAsync(string name)
    {
        await Assertions.Expect(visit.Page.Locator(Clear)).ToHaveCountAsync(0);
        foreach (var (width, height) in _screens)
        {
            await visit.Page.SetViewportSizeAsync(width, height);
            var deep = await DepthAsync();
            await visit.Page.ScreenshotAsync(new()
            {
                Path = Path.Combine(Folder, $"{name}-{width}-{theme.ToString().ToLowerInvariant()}.png"),
                FullPage = deep > height,
                Clip = new() { X = 0, Y = 0, Width = width, Height = Math.Max(height, Math.Min(deep, Deepest)) },
                Animations = ScreenshotAnimations.Disabled,
            });
        }
        await visit.Page.SetViewportSizeAsync(_screens[0].Width, _screens[0].Height);
    }

    /// <summary>How far down the page goes; a dialog or a menu is where the window is.</summary>
    Task<int> DepthAsync() => visit.Page.EvaluateAsync<int>(
        "() => document.querySelector('.mud-dialog, .mud-popover-open, .components-reconnect-show') ? 0 : document.documentElement.scrollHeight");
}
