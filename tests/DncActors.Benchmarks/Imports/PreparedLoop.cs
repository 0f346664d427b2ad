using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace DncActors.Benchmarks.Imports;

/// <summary>
/// The peer of imports on SQLite: every row that the server wrote, once more into the same tables with the same indexes, by prepared statements, as durable, in
/// transactions of many rows.
/// </summary>
static class PreparedLoop
{
    const int RowsOfATransaction = 50_000;

    /// <param name="written">The file that the server wrote; nobody uses it any more.</param>
    public static TimeSpan Measure(string written)
    {
        var directory = Directory.CreateTempSubdirectory("dnc-loop-");
        try
        {
            using var source = Open(written);
            using var target = Open(Path.Combine(directory.FullName, "loop.db"));
            Run(target, "pragma page_size=8192; pragma journal_mode=wal; pragma synchronous=full; pragma cache_size=-65536;");
            foreach (var sql in Read(source, "select sql from sqlite_master where sql is not null and name not like 'sqlite_%'")) Run(target, (string)sql[0]);
            var tables = Read(source, "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
                .Select(row => (string)row[0]).Select(name => (Name: name, Rows: Read(source, $"select * from {name}"))).ToList();
            var began = Stopwatch.GetTimestamp();
            foreach (var (name, rows) in tables) Write(target, name, rows);
            return Stopwatch.GetElapsedTime(began);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    static void Write(SqliteConnection connection, string table, List<object[]> rows)
    {
        if (rows.Count == 0) return;
        using var command = connection.CreateCommand();
        var names = Enumerable.Range(0, rows[0].Length).Select(i => $"$p{i}").ToArray();
        command.CommandText = $"insert into {table} values ({string.Join(", ", names)})";
        foreach (var name in names) command.Parameters.Add(new SqliteParameter(name, null));
        foreach (var part in rows.Chunk(RowsOfATransaction))
        {
            Run(connection, "begin immediate");
            foreach (var row in part)
            {
                for (var i = 0; i < row.Length; i++) command.Parameters[i].Value = row[i];
                command.ExecuteNonQuery();
            }
            Run(connection, "commit");
        }
    }

    static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        return connection;
    }

    static List<object[]> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }

    static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
