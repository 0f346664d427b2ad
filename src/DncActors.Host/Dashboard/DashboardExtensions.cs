using DncActors.Domain.People;
using DncActors.Gateway.Access;
using DncActors.Host.Settings;
using Orleans.Dashboard;

namespace DncActors.Host.Dashboard;

/// <summary>Orleans' own dashboard: silos, activations, calls by grain type and method. Nothing of it is of one organization, so that it is shown only to
/// administrators of the first.</summary>
static class DashboardExtensions
{
    internal const string Path = "/dashboard/orleans";

    /// <summary>Answered with none: nobody reads them any more (<see cref="QuietDashboard"/>), and a silo's page asks for them.</summary>
    const string Counters = Path + "/SiloCounters/";

    /// <summary>How often a silo notes how it is; less often than its default, because nobody looks most of the time.</summary>
    const int NoteEveryMilliseconds = 5_000;

    /// <summary>
    /// What of it is shown, by the first part of the path behind its own. Left out are the state of grains, which holds contact points, and the log; what a
    /// later version adds stays shut until somebody has looked at it.
    /// </summary>
    static readonly HashSet<string> _shown = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "index.html", "index.min.js", "index.css", "favicon.ico", "fonts", "img", "version",
        "DashboardCounters", "ClusterStats", "HistoricalStats", "SiloProperties", "SiloMetadata", "SiloStats", "SiloCounters", "GrainStats",
        "GrainTypes", "TopGrainMethods", "LifecycleStages", "Reminders",
    };

    /// <summary>A silo's part: what it counts, and only while somebody looks.</summary>
    internal static void AddDncDashboard(this ISiloBuilder silo, DncOptions options)
    {
        if (!options.Dashboard) return;
        silo.AddDashboard(Set);
        Quieten(silo.Services);
        silo.Configure<GrainProfilerOptions>(profiler => profiler.TraceAlways = false);
    }

    /// <summary>A gateway's part: its silos count.</summary>
    internal static void AddDncDashboard(this IClientBuilder client, DncOptions options)
    {
        if (options.Dashboard) client.AddDashboard(Set);
    }

    /// <summary>The pages.</summary>
    internal static WebApplication MapDncDashboard(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<DncOptions>().Dashboard) return app;
        var pages = app.MapOrleansDashboard(Path).NeedsPageOfDefault(Permissions.Admin).ExcludeFromDescription();
        ((IEndpointConventionBuilder)pages).Add(page =>
        {
            var pattern = (page as RouteEndpointBuilder)?.RoutePattern.RawText;
            if (!IsShown(pattern)) page.RequestDelegate = NothingThere;
            else if (pattern!.StartsWith(Counters, StringComparison.OrdinalIgnoreCase)) page.RequestDelegate = NoCounters;
        });
        return app;
    }

    internal static bool IsShown(string? pattern) =>
        pattern is not null
        && pattern.StartsWith(Path, StringComparison.Ordinal)
        && _shown.Contains(pattern[Path.Length..].TrimStart('/').Split('/')[0]);

    static void Quieten(IServiceCollection services)
    {
        var its = typeof(DashboardOptions).Assembly;
        var host = services.SingleOrDefault(s => s.ServiceType == typeof(IHostedService) && s.ImplementationFactory?.Method.Module.Assembly == its)
            ?? throw new InvalidOperationException("Orleans' dashboard registers what starts it otherwise than it did in 10.4.2.");
        services.Remove(host);
        services.AddSingleton<IHostedService>(provider => new QuietDashboard((IHostedService)host.ImplementationFactory!(provider)));
    }

    static void Set(DashboardOptions dashboard)
    {
        dashboard.HideTrace = true;
        dashboard.CounterUpdateIntervalMs = NoteEveryMilliseconds;
    }

    static Task NoCounters(HttpContext context) => context.Response.WriteAsJsonAsync(Array.Empty<string>());

    static Task NothingThere(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
