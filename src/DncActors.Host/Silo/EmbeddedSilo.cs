using DncActors.Grains;
using DncActors.Host.Settings;
using DncActors.Host.Start;
using DncActors.Storage.Sqlite;
using Orleans.Storage;

namespace DncActors.Host.Silo;

/// <summary>Orleans in a process of its own: a cluster of one that lives in memory.</summary>
static class EmbeddedSilo
{
    /// <summary>The storage as the driver has it; grains ask <see cref="OneThreadGrainStorage"/>.</summary>
    const string File = "dnc-file";

    internal static void UseEmbedded(this ISiloBuilder silo, DncOptions options, SiloPorts ports)
    {
        var store = StoreExtensions.StoreOptions(options);
        silo.UseLocalhostClustering(ports.Silo, ports.Gateway, primarySiloEndpoint: null, SiloExtensions.ServiceId, options.ClusterId);
        silo.AddAdoNetGrainStorage(File, storage =>
        {
            storage.Invariant = SqliteStorageOptions.OrleansInvariant;
            storage.ConnectionString = store.OrleansConnectionString;
        });
        silo.Services.AddKeyedSingleton<IGrainStorage>(
            GrainStorageNames.Dnc, (services, _) => new OneThreadGrainStorage(services.GetRequiredKeyedService<IGrainStorage>(File)));
    }
}
