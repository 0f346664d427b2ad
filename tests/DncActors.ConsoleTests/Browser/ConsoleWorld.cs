using DncActors.Client;
using DncActors.ClusterTests.Host;
using DncActors.ConsoleTests.Browser;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ConsoleWorld))]

namespace DncActors.ConsoleTests.Browser;

/// <summary>A real host with the demo organization, and a real Chromium, for all tests. Each test makes what it changes for itself.</summary>
public sealed class ConsoleWorld : IAsyncLifetime
{
    /// <summary>What one test makes is what another would find first: they take turns.</summary>
    public const string OneAtATime = "One at a time";

    IPlaywright? playwright;
    IBrowser? browser;
    HostProcess? host;

    public Uri Address => host!.Address;

    public string Key => host!.AdministratorKey;

    /// <summary>What the host printed, for a failure.</summary>
    public string Output => host!.Output;

    public async ValueTask InitializeAsync()
    {
        host = await HostProcess.StartAsync(new HostStart { Demo = true });
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.CloseAsync();
        playwright?.Dispose();
        if (host is not null) await host.DisposeAsync();
    }

    public DncClient Client(string? key = null) => new(new DncClientOptions { BaseAddress = Address, ApiKey = key ?? Key });

    /// <summary>A browser that opens the pages of another host.</summary>
    public Task<IBrowserContext> NewContextAsync(Uri address) =>
        browser!.NewContextAsync(new() { BaseURL = address.ToString(), ReducedMotion = ReducedMotion.Reduce });

    /// <summary>A browser window of nobody yet.</summary>
    public async Task<Visit> OpenAsync(ColorScheme theme = ColorScheme.Light, int width = 1440, int height = 900)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = Address.ToString(),
            ColorScheme = theme,
            ReducedMotion = ReducedMotion.Reduce,
            TimezoneId = "Europe/Berlin",
            ViewportSize = new() { Width = width, Height = height },
        });
        return new Visit(this, context, await context.NewPageAsync());
    }

    /// <summary>A browser window in which somebody is signed in: the administrator, or the owner of the key.</summary>
    public async Task<Visit> SignInAsync(string? key = null, ColorScheme theme = ColorScheme.Light, int width = 1440, int height = 900)
    {
        var visit = await OpenAsync(theme, width, height);
        await visit.SignInAsync(key ?? Key);
        return visit;
    }
}
