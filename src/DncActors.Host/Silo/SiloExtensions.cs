using DncActors.Grains;
using DncActors.Grains.Audit;
using DncActors.Grains.Leases;
using DncActors.Grains.Nodes;
using DncActors.Host.Clustering;
using DncActors.Host.Dashboard;
using DncActors.Host.Settings;
using DncActors.Host.Telemetry;
using Orleans.Configuration;
using Orleans.Serialization.Configuration;

namespace DncActors.Host.Silo;

/// <summary>The silo with the grains: alone, or one of several.</summary>
static class SiloExtensions
{
    /// <summary>The service's name in what grains store; another name would lose it.</summary>
    internal const string ServiceId = "dnc";

    const int MaxEnqueuedRequests = 10_000;
    const int RememberedGrains = 100_000;

    internal static WebApplicationBuilder AddSilo(this WebApplicationBuilder builder, DncOptions options)
    {
        var ports = SiloPorts.Choose(options);
        builder.Services.AddSingleton(ports);
        builder.Services.AddDncGrains();
        builder.Services.Configure<NodeOptions>(node => (node.Role, node.Version) = (options.Role.ToString().ToLowerInvariant(), SettingsExtensions.Version));
        builder.Services.Configure<AccessRetentionOptions>(access => access.Days = options.AccessRecordDays);
        if (options.Storage == StorageKind.Postgres) builder.Services.AddDncLeases(options.Lease);
        var traced = TelemetryPlan.Of(options.Telemetry, builder.Configuration).Traces;
        builder.Host.UseOrleans(silo =>
        {
            if (traced) silo.AddActivityPropagation();
            silo.AddDncDashboard(options);
            if (options.Storage == StorageKind.Postgres) silo.UseCluster(options, ports);
            else silo.UseEmbedded(options, ports);
            silo.Configure<SiloOptions>(named => named.SiloName = $"{Environment.MachineName}-{ports.Silo}");
            silo.Configure<SiloMessagingOptions>(messaging => messaging.MaxEnqueuedRequestsHardLimit = MaxEnqueuedRequests);
            // The directory's cache would remember where a million grains were, and is counted through whenever somebody reads the metrics.
            silo.Configure<GrainDirectoryOptions>(directory => directory.CacheSize = RememberedGrains);
            // A type that cannot be sent must stop the start, not the first call that carries it.
            silo.Configure<TypeManifestOptions>(types => types.EnableConfigurationAnalysis = true);
        });
        return builder;
    }
}
