using Microsoft.Playwright;

namespace DncActors.Benchmarks.Pages;

/// <summary>So many windows of a console, signed in, each on one of the pages that go on by themselves or hold a long list.</summary>
sealed class OpenConsoles : IAsyncDisposable
{
    const string Chromium = "/usr/bin/chromium";

    static readonly (string Path, string Title)[] _pages =
        [("/", "Overview"), ("/leads", "Leads"), ("/list", "Do Not Contact list"), ("/cluster", "Cluster"), ("/audit", "Audit")];

    readonly IPlaywright playwright;
    readonly IBrowser browser;
    readonly IBrowserContext context;
    readonly List<IPage> pages = [];

    OpenConsoles(IPlaywright playwright, IBrowser browser, IBrowserContext context) =>
        (this.playwright, this.browser, this.context) = (playwright, browser, context);

    public static async Task<OpenConsoles> SignInAsync(Uri address, string key)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
        var context = await browser.NewContextAsync(new() { BaseURL = address.ToString() });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("API key").FillAsync(key);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Overview" }).WaitForAsync();
        await page.CloseAsync();
        return new OpenConsoles(playwright, browser, context);
    }

    /// <summary>Returns when each shows its title.</summary>
    public async Task OpenAsync(int consoles)
    {
        for (var i = 0; i < consoles; i++)
        {
            var (path, title) = _pages[i % _pages.Length];
            var page = await context.NewPageAsync();
            page.SetDefaultTimeout(120_000);
            pages.Add(page);
            await page.GotoAsync(path);
            await page.GetByRole(AriaRole.Heading, new() { Name = title, Level = 1 }).First.WaitForAsync();
        }
    }

    public async Task CloseAsync()
    {
        foreach (var page in pages) await page.CloseAsync();
        pages.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await context.CloseAsync();
        await browser.CloseAsync();
        playwright.Dispose();
    }
}
