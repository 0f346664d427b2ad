namespace DncActors.TestServers.Postgres;

/// <summary>A database of a test's own. It is dropped with its connections, whoever holds them, when it is disposed of, and with the server at the latest.</summary>
public sealed class PostgresDatabase(PostgresServer server, string name) : IAsyncDisposable
{
    public PostgresServer Server => server;

    public string Name => name;

    public string ConnectionString => server.ConnectionString(name);

    public async ValueTask DisposeAsync() => await server.DropDatabaseAsync(name);
}
