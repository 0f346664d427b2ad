using Microsoft.Playwright;

namespace DncActors.ConsoleTests.Browser;

/// <summary>What a reader has before them: a page, or a page on which something was opened.</summary>
/// <param name="Name">Of its picture.</param>
/// <param name="Title">The page's own.</param>
/// <param name="Open">What is done on the page first; null for nothing.</param>
public sealed record Scene(string Name, string Path, string Title, Func<IPage, Task>? Open = null)
{
    public async Task ShowAsync(Visit visit)
    {
        await visit.GoAsync(Path, Title);
        await visit.SettledAsync();
        if (Open is not null) await Open(visit.Page);
    }
}
