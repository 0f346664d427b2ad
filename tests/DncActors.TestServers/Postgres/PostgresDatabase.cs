namespace DncActors.TestServers.Postgres;

/// <summary>A database of a test's own. Disposed of, it is dropped with its connections, whoever holds them; at the latest with the server.</summary>
public sealed class PostgresDatabase(PostgresServer server, string name) : IAsyncDisposable
{
    public PostgresServer Server => server;

    public string Name => name;

    public string ConnectionString => server.ConnectionString(name);

    public async ValueTask DisposeAsync() => await server.DropDatabaseAsync(name);
}
