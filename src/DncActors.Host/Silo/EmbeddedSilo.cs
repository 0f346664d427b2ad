using DncActors.Grains;
using DncActors.Host.Settings;
using DncActors.Host.Start;
using DncActors.Storage.Sqlite;

namespace DncActors.Host.Silo;

/// <summary>Orleans in a process of its own: a cluster of one that lives in memory.</summary>
static class EmbeddedSilo
{
    internal static void UseEmbedded(this ISiloBuilder silo, DncOptions options, SiloPorts ports)
    {
        var store = StoreExtensions.StoreOptions(options);
        silo.UseLocalhostClustering(ports.Silo, ports.Gateway, primarySiloEndpoint: null, SiloExtensions.ServiceId, options.ClusterId);
        silo.AddAdoNetGrainStorage(GrainStorageNames.Dnc, storage =>
        {
            storage.Invariant = SqliteStorageOptions.OrleansInvariant;
            storage.ConnectionString = store.OrleansConnectionString;
        });
    }
}
