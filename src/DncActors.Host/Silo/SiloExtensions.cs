using DncActors.Grains;
using DncActors.Host.Settings;
using DncActors.Host.Start;
using DncActors.Storage.Sqlite;
using Orleans.Configuration;
using Orleans.Serialization.Configuration;

namespace DncActors.Host.Silo;

/// <summary>Orleans in a process of its own: a cluster of one that lives in memory.</summary>
static class SiloExtensions
{
    /// <summary>The service's name in what grains store; another name would lose it.</summary>
    const string ServiceId = "dnc";

    const int MaxEnqueuedRequests = 10_000;

    internal static WebApplicationBuilder AddEmbeddedSilo(this WebApplicationBuilder builder, DncOptions options)
    {
        var ports = SiloPorts.Choose(options);
        var store = StoreExtensions.StoreOptions(options);
        builder.Services.AddSingleton(ports);
        builder.Services.AddDncGrains();
        builder.Host.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(ports.Silo, ports.Gateway, primarySiloEndpoint: null, ServiceId, options.ClusterId);
            silo.Configure<SiloMessagingOptions>(messaging => messaging.MaxEnqueuedRequestsHardLimit = MaxEnqueuedRequests);
            silo.AddAdoNetGrainStorage(GrainStorageNames.Dnc, storage =>
            {
                storage.Invariant = SqliteStorageOptions.OrleansInvariant;
                storage.ConnectionString = store.OrleansConnectionString;
            });
            // A type that cannot be sent must stop the start, not the first call that carries it.
            silo.Configure<TypeManifestOptions>(types => types.EnableConfigurationAnalysis = true);
        });
        return builder;
    }
}
