namespace DncActors.StorageTests.Postgres;

public sealed class PostgresEngine : IEngine
{
    public async Task<Store> StartAsync() => await PostgresStore.StartAsync();
}
