using DncActors.Console;
using DncActors.Gateway.Access;
using DncActors.Host.OpenId;
using DncActors.Host.Settings;

namespace DncActors.Host.Pages;

/// <summary>The console at <c>/</c>, where there is an API for it to call.</summary>
static class PagesExtensions
{
    internal static WebApplicationBuilder AddPages(this WebApplicationBuilder builder, DncOptions options)
    {
        if (!IsServed(options)) return builder;
        // What is run from its build and not published finds its styles and scripts by a list that only a developer's environment reads by itself.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddDncConsole(options.OpenId.ToConsole()).AddOpenIdSessions(options.OpenId);
        builder.Services.AddSingleton<IPageKey, ConsolePageKey>();
        return builder;
    }

    internal static WebApplication MapPages(this WebApplication app, DncOptions options) => IsServed(options) ? app.MapDncConsole() : app;

    internal static bool IsServed(DncOptions options) => options is { Console: true, Role: not DncRole.Silo };
}
