using DncActors.Storage.Postgres;
using Npgsql;

namespace DncActors.TestServers.Postgres;

/// <summary>A database of a test's own with Orleans' tables.</summary>
public sealed class OrleansDatabase : IAsyncDisposable
{
    const string Migrations = "DncActors.Storage.Postgres.Migrations.Orleans.";

    readonly PostgresDatabase _database;

    OrleansDatabase(PostgresDatabase database) => _database = database;

    public string ConnectionString => _database.ConnectionString;

    public static async Task<OrleansDatabase> CreateAsync() => await CreateAsync(await PostgresServer.SharedAsync());

    public static async Task<OrleansDatabase> CreateAsync(PostgresServer server)
    {
        var database = new OrleansDatabase(await server.CreateDatabaseAsync());
        var assembly = typeof(OrleansDataSources).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Migrations, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            await database.ExecuteAsync(await reader.ReadToEndAsync());
        }
        return database;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
