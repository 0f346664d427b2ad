using DbUp;
using DbUp.Engine.Output;
using DbUp.Postgresql;
using DncActors.Storage.Ledger;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DncActors.Storage.Postgres;

/// <summary>Brings the database to the schema that this program knows, migration by migration, each once, whoever else starts at the same time.</summary>
internal static partial class PostgresSchema
{
    const string Folder = "DncActors.Storage.Postgres.Migrations.";
    const string JournalTable = "schema_version";

    /// <summary>"DNC", and the migrations: what nodes wait for one another by.</summary>
    internal const long Lock = 0x44_4E_43_01;

    public static void Migrate(PostgresConnections connections, PostgresStorageOptions options, ILogger logger)
    {
        using var source = connections.ForMigrations();
        using var connection = source.OpenConnection();
        PostgresDurability.Demand(connection);
        // Held by the connection: a node that dies while it migrates lets go of it.
        Run(connection, $"set lock_timeout = '{options.MigrationSeconds}s'");
        try
        {
            Run(connection, $"select pg_advisory_lock({Lock})");
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new TimeoutException(
                $"Another node has not ended its migration within {options.MigrationSeconds} s (MigrationSeconds); look at its log, then start again.", fault);
        }
        Run(connection, "set lock_timeout = 0");
        Run(connection, $"create schema if not exists {PostgresConnections.Schema}");
        Upgrade(source, connection.Database, logger);
    }

    static void Upgrade(NpgsqlDataSource source, string database, ILogger logger)
    {
        var engine = DeployChanges.To.PostgresqlDatabase(new PostgresqlConnectionManager(source))
            .WithScriptsEmbeddedInAssembly(typeof(PostgresSchema).Assembly, name => name.StartsWith(Folder, StringComparison.Ordinal))
            .JournalToPostgresqlTable(PostgresConnections.Schema, JournalTable)
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .LogTo(new NoOpUpgradeLog())
            .Build();

        var known = engine.GetDiscoveredScripts().Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        var unknown = engine.GetExecutedScripts().Where(name => !known.Contains(name)).ToArray();
        if (unknown.Length > 0)
        {
            throw new NewerSchemaException(
                $"The database '{database}' was written by a newer version of DncActors: it has the migration '{unknown[^1]}', which this one does "
                + "not know. Start the newer version, or restore a backup from before it.");
        }
        var result = engine.PerformUpgrade();
        if (!result.Successful)
            throw new InvalidOperationException($"The migration '{result.ErrorScript?.Name}' of '{database}' failed.", result.Error);
        foreach (var script in result.Scripts) LogMigrated(logger, script.Name);
    }

    static void Run(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    [LoggerMessage(131, LogLevel.Information, "Migrated the database: {Migration}")]
    private static partial void LogMigrated(ILogger logger, string migration);
}
