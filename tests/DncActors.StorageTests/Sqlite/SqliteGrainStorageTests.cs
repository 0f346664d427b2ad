using DncActors.Storage.Sqlite;
using DncActors.StorageTests.GrainStorage;
using Orleans.Configuration;

namespace DncActors.StorageTests.Sqlite;

public sealed class SqliteGrainStorageTests : GrainStorageSuite
{
    SqliteStore _store = null!;

    protected override async Task StartStoreAsync() => _store = await SqliteStore.StartAsync();

    protected override ValueTask StopStoreAsync() => _store.DisposeAsync();

    protected override void Use(AdoNetGrainStorageOptions options)
    {
        options.Invariant = SqliteStorageOptions.OrleansInvariant;
        options.ConnectionString = _store.Options.OrleansConnectionString;
    }
}
