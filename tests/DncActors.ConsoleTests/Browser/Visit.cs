using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace DncActors.ConsoleTests.Browser;

/// <summary>A browser window. Whatever goes wrong in it that no reader would see (an error of a script, a request that failed or went to another host)
/// fails the test at its end.</summary>
public sealed class Visit : IAsyncDisposable
{
    readonly ConsoleWorld world;
    readonly IBrowserContext context;
    readonly ConcurrentQueue<string> faults = new();

    internal Visit(ConsoleWorld world, IBrowserContext context, IPage page)
    {
        this.world = world;
        this.context = context;
        Page = page;
        page.SetDefaultTimeout(30_000);
        page.Console += (_, message) => Note(message.Type == "error", $"console: {message.Text}");
        page.PageError += (_, error) => Note(true, $"script: {error}");
        page.RequestFailed += (_, request) => Note(!IsLeftBehind(request), $"failed: {request.Method} {request.Url}: {request.Failure}");
        page.Response += (_, response) => Note(response.Status >= 400 && !MayBeRefused, $"{response.Status}: {response.Url}");
        page.Request += (_, request) => Note(IsElsewhere(request.Url), $"another host: {request.Url}");
    }

    public IPage Page { get; }

    public IBrowserContext Context => context;

    /// <summary>For tests that ask for what is refused.</summary>
    public bool MayBeRefused { get; set; }

    /// <summary>What went wrong so far.</summary>
    public IReadOnlyCollection<string> Faults => faults;

    public async Task SignInAsync(string key)
    {
        await Page.GotoAsync("/sign-in");
        await Page.GetByLabel("API key").FillAsync(key);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Heading, new() { Name = "Overview" }).WaitForAsync();
    }

    /// <summary>Opens a page and waits until it shows its title.</summary>
    public async Task GoAsync(string path, string title)
    {
        await Page.GotoAsync(path);
        await Page.GetByRole(AriaRole.Heading, new() { Name = title, Level = 1 }).First.WaitForAsync();
    }

    /// <summary>What the page reads when it opens has been read: nothing says any more that it is being read.</summary>
    public async Task SettledAsync()
    {
        await Assertions.Expect(Page.Locator(".loading")).ToHaveCountAsync(0);
        await Assertions.Expect(Page.Locator(".mud-popover-open, .mud-dialog")).ToHaveCountAsync(0);
    }

    public async ValueTask DisposeAsync()
    {
        await context.CloseAsync();
        Assert.True(faults.IsEmpty, $"The browser met with:\n{string.Join('\n', faults)}\n{world.Output}");
    }

    void Note(bool isFault, string what)
    {
        if (isFault && !(MayBeRefused && what.StartsWith("console: Failed to load resource", StringComparison.Ordinal))) faults.Enqueue(what);
    }

    /// <summary>What was under way when the page was left is no fault.</summary>
    static bool IsLeftBehind(Microsoft.Playwright.IRequest request) => request.Failure is "net::ERR_ABORTED";

    bool IsElsewhere(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https" or "ws" or "wss")
        && !(address.Host == world.Address.Host && address.Port == world.Address.Port);
}
