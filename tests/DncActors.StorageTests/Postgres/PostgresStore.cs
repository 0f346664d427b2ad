using DncActors.Domain.Audit;
using DncActors.Domain.Jobs;
using DncActors.Domain.Leads;
using DncActors.Domain.Leases;
using DncActors.Domain.Ledger;
using DncActors.Domain.Registry;
using DncActors.Domain.Reports;
using DncActors.Storage.Ledger;
using DncActors.Storage.Postgres;
using DncActors.TestServers.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace DncActors.StorageTests.Postgres;

/// <summary>A node's engine on a database of its own or shared with another node's, composed as a host composes it.</summary>
public sealed class PostgresStore : Store
{
    /// <summary>A database with the schema and nothing in it, to be copied: a test must not wait for the migrations.</summary>
    static readonly Lazy<Task<PostgresDatabase>> Migrated = new(MigrateAsync);

    readonly ServiceProvider _provider;
    readonly PostgresDatabase? _database;

    PostgresStore(PostgresStorageOptions options, PostgresDatabase? database)
    {
        Options = options;
        _database = database;
        _provider = new ServiceCollection()
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddPostgresStorage(options)
            .BuildServiceProvider();
    }

    public PostgresStorageOptions Options { get; }

    public override ILedger Ledger => _provider.GetRequiredService<ILedger>();

    public override IChangeLog Log => _provider.GetRequiredService<IChangeLog>();

    public override ILeadStore Leads => _provider.GetRequiredService<ILeadStore>();

    public override IEntryStore Entries => _provider.GetRequiredService<IEntryStore>();

    public override IDocumentStore Documents => _provider.GetRequiredService<IDocumentStore>();

    public override IReportStore Reports => _provider.GetRequiredService<IReportStore>();

    public override IJobStore Jobs => _provider.GetRequiredService<IJobStore>();

    public override IAccessStore Access => _provider.GetRequiredService<IAccessStore>();

    public override IBlockSource Blocks => _provider.GetRequiredService<IBlockSource>();

    public ILeaseStore Leases => _provider.GetRequiredService<ILeaseStore>();

    public ILogIdentity Identity => _provider.GetRequiredService<ILogIdentity>();

    public ILogDurability Durability => _provider.GetRequiredService<ILogDurability>();

    internal override LedgerFaults Faults => Engine.Faults;

    internal PostgresStorage Engine => _provider.GetRequiredService<PostgresStorage>();

    public static async Task<PostgresStore> StartAsync(Action<PostgresStorageOptions>? configure = null)
    {
        var server = await PostgresServer.SharedAsync();
        return await StartAsync(await server.CreateDatabaseAsync((await Migrated.Value).Name), configure);
    }

    /// <summary>A node on the database, which goes with it.</summary>
    public static async Task<PostgresStore> StartAsync(PostgresDatabase database, Action<PostgresStorageOptions>? configure = null)
    {
        var options = new PostgresStorageOptions { ConnectionString = database.ConnectionString };
        configure?.Invoke(options);
        return await StartAsync(new PostgresStore(options, database));
    }

    /// <summary>A node on a database that is another's to drop.</summary>
    public static Task<PostgresStore> StartAsync(PostgresStorageOptions options) => StartAsync(new PostgresStore(options, null));

    /// <summary>
    /// What the crash of a node leaves is in the database. (What the crash of the server leaves is tested with a server that is killed.)
    /// </summary>
    public override async Task<Store> AfterCrashAsync() => await StartAsync(Options);

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A connection as an administrator has it.</summary>
    public async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(Options.ConnectionString) { Pooling = false, SearchPath = "dnc" }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public override async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }

    static async Task<PostgresStore> StartAsync(PostgresStore store)
    {
        try
        {
            await store.Engine.StartAsync(CancellationToken.None);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    static async Task<PostgresDatabase> MigrateAsync()
    {
        var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        await using var store = await StartAsync(new PostgresStorageOptions { ConnectionString = database.ConnectionString });
        return database;
    }
}
