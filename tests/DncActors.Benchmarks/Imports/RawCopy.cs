using System.Diagnostics;
using DncActors.TestServers.Postgres;
using Npgsql;

namespace DncActors.Benchmarks.Imports;

/// <summary>
/// The peer of imports on PostgreSQL: every row that a node wrote, once more into the same tables with the same indexes, by binary COPY in one transaction.
/// </summary>
static class RawCopy
{
    /// <param name="written">What the node wrote; nobody uses it any more.</param>
    /// <param name="empty">A copy of it, which is emptied first.</param>
    public static async Task<TimeSpan> MeasureAsync(PostgresDatabase written, PostgresDatabase empty)
    {
        await using var source = await OpenAsync(written);
        await using var target = await OpenAsync(empty);
        var tables = await TablesAsync(source);
        await RunAsync(target, $"truncate {string.Join(", ", tables)}");
        var files = Directory.CreateTempSubdirectory("dnc-copy-");
        try
        {
            foreach (var table in tables) await ReadAsync(source, table, File(files, table));
            await RunAsync(target, "checkpoint");
            var began = Stopwatch.GetTimestamp();
            await using var transaction = await target.BeginTransactionAsync();
            foreach (var table in tables) await WriteAsync(target, table, File(files, table));
            await transaction.CommitAsync();
            return Stopwatch.GetElapsedTime(began);
        }
        finally
        {
            files.Delete(recursive: true);
        }
    }

    static string File(DirectoryInfo files, string table) => Path.Combine(files.FullName, table);

    static async Task<NpgsqlConnection> OpenAsync(PostgresDatabase database)
    {
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false, CommandTimeout = 0 };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    static async Task<IReadOnlyList<string>> TablesAsync(NpgsqlConnection connection)
    {
        const string Ours = "select 'dnc.' || quote_ident(tablename) from pg_tables where schemaname = 'dnc' and tablename not like 'orleans%' order by 1";
        await using var command = new NpgsqlCommand(Ours, connection);
        await using var rows = await command.ExecuteReaderAsync();
        var tables = new List<string>();
        while (await rows.ReadAsync()) tables.Add(rows.GetString(0));
        return tables;
    }

    static async Task ReadAsync(NpgsqlConnection connection, string table, string file)
    {
        await using var rows = await connection.BeginRawBinaryCopyAsync($"copy {table} to stdout (format binary)");
        await using var stream = System.IO.File.Create(file);
        await rows.CopyToAsync(stream);
    }

    static async Task WriteAsync(NpgsqlConnection connection, string table, string file)
    {
        await using var stream = System.IO.File.OpenRead(file);
        await using var rows = await connection.BeginRawBinaryCopyAsync($"copy {table} from stdin (format binary)");
        await stream.CopyToAsync(rows);
    }

    static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
