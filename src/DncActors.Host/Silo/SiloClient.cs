using DncActors.Gateway.Silos;
using DncActors.Host.Clustering;
using DncActors.Host.Dashboard;
using DncActors.Host.Settings;
using DncActors.Host.Telemetry;
using Orleans.Configuration;
using Orleans.Serialization.Configuration;

namespace DncActors.Host.Silo;

/// <summary>Orleans in a gateway: a client of the silos that it finds in PostgreSQL, and nothing of a silo's own.</summary>
static class SiloClient
{
    /// <summary>Longer than anything that a gateway waits for; what no silo has answered by then, none will.</summary>
    static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(15);

    static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    internal static WebApplicationBuilder AddSiloClient(this WebApplicationBuilder builder, DncOptions options)
    {
        var connectionString = options.RequiredConnectionString;
        builder.Services.AddDncSilos();
        // It listens while it looks for its first silo, and says that it is not ready.
        builder.Services.Configure<HostOptions>(host => host.ServicesStartConcurrently = true);
        var traced = TelemetryPlan.Of(options.Telemetry, builder.Configuration).Traces;
        builder.Host.UseOrleansClient(client =>
        {
            if (traced) client.AddActivityPropagation();
            client.AddDncDashboard(options);
            client.UsePostgresClustering(connectionString);
            client.UseConnectionRetryFilter(TryAgainAsync);
            client.Configure<ClusterOptions>(cluster =>
            {
                cluster.ServiceId = SiloExtensions.ServiceId;
                cluster.ClusterId = options.ClusterId;
            });
            client.Configure<ClientMessagingOptions>(messaging => messaging.ResponseTimeout = LongestCall);
            client.Configure<TypeManifestOptions>(types => types.EnableConfigurationAnalysis = true);
        });
        return builder;
    }

    /// <summary>For as long as the process is there: silos, or their database, may come later than their gateways.</summary>
    static async Task<bool> TryAgainAsync(Exception fault, CancellationToken cancellation)
    {
        await Task.Delay(BetweenTries, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !cancellation.IsCancellationRequested;
    }
}
