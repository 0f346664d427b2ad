using DncActors.Storage.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace DncActors.TestServers.Postgres;

/// <summary>A database of a test's own with the schema, the ledger's and Orleans', and nothing in it.</summary>
public sealed class MigratedDatabase : IAsyncDisposable
{
    /// <summary>To be copied: a test must not wait for the migrations.</summary>
    static readonly Lazy<Task<PostgresDatabase>> Template = new(MakeTemplateAsync);

    readonly PostgresDatabase _database;

    MigratedDatabase(PostgresDatabase database) => _database = database;

    public string ConnectionString => _database.ConnectionString;

    /// <summary>On the server that the tests share.</summary>
    public static async Task<MigratedDatabase> CreateAsync()
    {
        var template = await Template.Value;
        return new MigratedDatabase(await template.Server.CreateDatabaseAsync(template.Name));
    }

    /// <summary>On a server of the test's own.</summary>
    public static async Task<MigratedDatabase> CreateAsync(PostgresServer server)
    {
        var database = await server.CreateDatabaseAsync();
        await MigrateAsync(database);
        return new MigratedDatabase(database);
    }

    /// <summary>As an administrator may.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false, SearchPath = "dnc" }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A number that a query of one row says.</summary>
    public async Task<long> CountAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false, SearchPath = "dnc" }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    static async Task<PostgresDatabase> MakeTemplateAsync()
    {
        var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        await MigrateAsync(database);
        return database;
    }

    /// <summary>As the start of a node does it.</summary>
    static async Task MigrateAsync(PostgresDatabase database)
    {
        await using var store = new ServiceCollection()
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddPostgresStorage(new PostgresStorageOptions { ConnectionString = database.ConnectionString })
            .BuildServiceProvider();
        foreach (var part in store.GetServices<IHostedService>())
        {
            await part.StartAsync(CancellationToken.None);
            await part.StopAsync(CancellationToken.None);
        }
    }
}
