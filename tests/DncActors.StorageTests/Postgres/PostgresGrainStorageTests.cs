using DncActors.Storage.Postgres;
using DncActors.StorageTests.GrainStorage;
using DncActors.TestServers.Postgres;
using Npgsql;
using Orleans.Configuration;

namespace DncActors.StorageTests.Postgres;

public sealed class PostgresGrainStorageTests : GrainStorageSuite
{
    MigratedDatabase _database = null!;
    NpgsqlDataSource _source = null!;

    [Theory]
    [InlineData("ReadFromStorageKey")]
    [InlineData("WriteToStorageKey")]
    [InlineData("ClearStorageKey")]
    public async Task A_silo_does_not_start_where_a_query_is_missing(string key)
    {
        await _database.ExecuteAsync($"delete from OrleansQuery where QueryKey = '{key}'");
        await Assert.ThrowsAsync<InvalidOperationException>(StartSiloAsync);
    }

    protected override async Task StartStoreAsync()
    {
        _database = await MigratedDatabase.CreateAsync();
        _source = OrleansDataSources.ForGrainStorage(_database.ConnectionString);
    }

    protected override async ValueTask StopStoreAsync()
    {
        await _source.DisposeAsync();
        await _database.DisposeAsync();
    }

    protected override void Use(AdoNetGrainStorageOptions options)
    {
        options.Invariant = OrleansDataSources.Invariant;
        options.DataSource = _source;
    }
}
