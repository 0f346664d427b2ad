namespace DncActors.StorageTests.Sqlite;

public sealed class SqliteEngine : IEngine
{
    public async Task<Store> StartAsync() => await SqliteStore.StartAsync();
}
