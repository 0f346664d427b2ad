using DncActors.Console.Layout;
using DncActors.Console.OpenId;
using DncActors.Console.Registry;
using DncActors.Console.Session;
using DncActors.Console.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MudBlazor;
using MudBlazor.Services;

namespace DncActors.Console;

/// <summary>Adds the pages to a host that serves the API.</summary>
public static class ConsoleExtensions
{
    /// <summary>What a browser may send in one message to its circuit: the largest text that a form takes, and a part of a file.</summary>
    const int MostBytesOfAMessage = 256 * 1024;

    /// <summary>How many circuits without a browser are kept, and how long: a train through a tunnel, a laptop that was closed for a moment.</summary>
    const int MostLostCircuits = 200;

    static readonly TimeSpan KeepLostCircuits = TimeSpan.FromMinutes(3);

    public static IServiceCollection AddDncConsole(this IServiceCollection services, ConsoleOptions? options = null)
    {
        options ??= new ConsoleOptions();
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ApiAddress>();
        services.AddSingleton<ApiClients>();
        services.AddSingleton<KnownSessions>();
        services.AddSingleton<OpenIdNotices>();
        if (options.OpenId is { } provider) services.AddOpenId(provider);
        services.AddScoped<ConsoleSession>();
        services.AddScoped<ThemeChoice>();
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "dnc-form");
        services.AddCascadingAuthenticationState();
        services.AddRazorComponents().AddInteractiveServerComponents(circuits =>
        {
            circuits.DisconnectedCircuitMaxRetained = MostLostCircuits;
            circuits.DisconnectedCircuitRetentionPeriod = KeepLostCircuits;
        }).AddHubOptions(hub => hub.MaximumReceiveMessageSize = MostBytesOfAMessage);
        services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter;
            mud.SnackbarConfiguration.VisibleStateDuration = 6_000;
            mud.SnackbarConfiguration.ShowTransitionDuration = 120;
            mud.SnackbarConfiguration.HideTransitionDuration = 120;
        });
        return services;
    }

    /// <summary>Where a browser of this machine finds the pages; null as long as the server does not listen.</summary>
    public static Uri? FindAddress(IServer server) => ApiAddress.OfThisProcess(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []);

    /// <summary>The API key of whoever is signed in in the browser that asks; null for nobody.</summary>
    public static string? FindKey(HttpContext context) => SessionCookie.Read(context);

    /// <summary>The pages, and what they are made of. Everything that is not the API's passes the console's own gate.</summary>
    public static WebApplication MapDncConsole(this WebApplication app)
    {
        app.UseWhen(context => ConsolePaths.IsOfConsole(context.Request.Path), console =>
        {
            console.UseMiddleware<ConsoleHeaders>();
            console.UseMiddleware<SessionGate>();
            console.UseMiddleware<NotFoundPage>();
            console.UseAntiforgery();
        });
        app.MapStaticAssets();
        app.MapSignOut();
        if (app.Services.GetRequiredService<ConsoleOptions>().OpenId is not null) app.MapOpenId();
        app.MapEntryDownload();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(mode => mode.ContentSecurityFrameAncestorsPolicy = null);
        return app;
    }
}
