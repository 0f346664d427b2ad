using DbUp;
using DbUp.Engine.Output;
using DncActors.Storage.Ledger;
using Microsoft.Extensions.Logging;

namespace DncActors.Storage.Sqlite;

/// <summary>Brings the files to the schema that this program knows, migration by migration, each once.</summary>
internal static partial class SqliteSchema
{
    const string Folder = "DncActors.Storage.Sqlite.Migrations.";

    public static void Migrate(SqliteStorageOptions options, ILogger logger)
    {
        Migrate(options.DataFile, Folder + "Ledger.", logger);
        Migrate(options.OrleansFile, Folder + "Orleans.", logger);
    }

    static void Migrate(string file, string prefix, ILogger logger)
    {
        // The size of a page is for a new file; one that is there keeps its own. Of the twice as large ones a commit writes fewer to the log, and is faster.
        using (var session = SqliteSession.OpenWriter(file, 2_048))
        {
            session.Execute("pragma page_size = 8192; pragma journal_mode = wal; pragma synchronous = full");
        }
        // Not pooled: a connection kept behind would hold the file open beyond the program's own.
        var engine = DeployChanges.To.SqliteDatabase($"Data Source={file};Pooling=False")
            .WithScriptsEmbeddedInAssembly(typeof(SqliteSchema).Assembly, name => name.StartsWith(prefix, StringComparison.Ordinal))
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .LogTo(new NoOpUpgradeLog())
            .Build();

        var known = engine.GetDiscoveredScripts().Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        var unknown = engine.GetExecutedScripts().Where(name => !known.Contains(name)).ToArray();
        if (unknown.Length > 0)
        {
            throw new NewerSchemaException(
                $"'{Path.GetFullPath(file)}' was written by a newer version of DncActors: it has the migration '{unknown[^1]}', which this one does not know. "
                + "Start the newer version, or restore a backup from before it.");
        }
        var result = engine.PerformUpgrade();
        if (!result.Successful)
            throw new InvalidOperationException($"The migration '{result.ErrorScript?.Name}' of '{Path.GetFullPath(file)}' failed.", result.Error);
        foreach (var script in result.Scripts) LogMigrated(logger, Path.GetFileName(file), script.Name);
    }

    [LoggerMessage(111, LogLevel.Information, "Migrated {File}: {Migration}")]
    private static partial void LogMigrated(ILogger logger, string file, string migration);
}
