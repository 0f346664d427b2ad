using System.Diagnostics;
using DncActors.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace DncActors.Benchmarks.Leads;

/// <summary>
/// The peer of executions: a loop that knows nothing and writes the same rows into the same tables with prepared statements, in groups, WAL and
/// <c>synchronous=FULL</c>.
/// No plan, no guard, no HTTP: what SQLite itself can take.
/// </summary>
static class BareLoop
{
    const int EntriesOfAnExecution = 6;
    const int ChangesOfAnExecution = 2;

    /// <returns>Executions' worth of rows a second.</returns>
    public static double Measure(int executions, int group)
    {
        var directory = Directory.CreateTempSubdirectory("dnc-bare-").FullName;
        try
        {
            using var connection = new SqliteConnection($"Data Source={Path.Combine(directory, "bare.db")};Pooling=false");
            connection.Open();
            Run(connection, "pragma page_size=8192; pragma journal_mode=wal; pragma synchronous=full; pragma cache_size=-65536;");
            Run(connection, Schema());
            Leads(connection, executions);
            var began = Stopwatch.GetTimestamp();
            Write(connection, executions, group);
            return executions / Stopwatch.GetElapsedTime(began).TotalSeconds;
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    static void Write(SqliteConnection connection, int executions, int group)
    {
        var body = new string('b', 700);
        var change = new string('c', 1_200);
        using var record = Prepare(connection, "insert into commit_record values ('default', $id, $fp, $n, null)", "$id", "$fp", "$n");
        using var log = Prepare(connection, $"insert into change values ($n, 'default', $id, $n, 'key:1', 'lead.moved', $lead, 1, '{change}', null)", "$n",
            "$id", "$lead");
        using var lead = Prepare(connection,
            $"update lead set version = 2, sequence = $n, status_id = 'dead', flagged_until = 9, body = '{body}' "
            + "where organization = 'default' and id = $lead", "$n", "$lead");
        using var execution = Prepare(
            connection, $"insert into execution values ($n, 'default', $lead, 'action', 'workflow', 'new', 'key:1', $n, 1, $id, '{body}')", "$n", "$lead",
                "$id");
        using var entry = Prepare(
            connection,
            "insert into entry values (null, 'default', $id, 0, $value, 3, 0, 'asked not to be contacted', $lead, $exec, 'key:1', 1, null, null, null, null)",
            "$id", "$value", "$lead", "$exec");
        var random = new Random(1);
        var sequence = 0L;
        for (var i = 0; i < executions;)
        {
            Run(connection, "begin immediate");
            for (var j = 0; j < group && i < executions; j++, i++)
            {
                var id = Id(random);
                var leadId = $"bare-{i:D7}";
                for (var c = 0; c < ChangesOfAnExecution; c++)
                {
                    Set(log, ++sequence, id, leadId);
                }
                Set(record, id, id, sequence);
                Set(lead, sequence, leadId);
                Set(execution, sequence, leadId, id);
                for (var e = 0; e < EntriesOfAnExecution; e++)
                {
                    Set(entry, Id(random), $"+1201{(i * EntriesOfAnExecution) + e:D8}", leadId, id);
                }
            }
            Run(connection, "commit");
        }
    }

    static void Leads(SqliteConnection connection, int count)
    {
        Run(connection, "begin immediate");
        using var lead = Prepare(
            connection,
            $"insert into lead values (null, 'default', $lead, 1, 0, 'lead', 'workflow', 'new', 0, 'Lead', 0, null, '', '{new string('b', 500)}')",
            "$lead");
        for (var i = 0; i < count; i++)
        {
            Set(lead, $"bare-{i:D7}");
        }
        Run(connection, "commit");
    }

    static byte[] Id(Random random)
    {
        var id = new byte[16];
        random.NextBytes(id);
        return id;
    }

    static SqliteCommand Prepare(SqliteConnection connection, string sql, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new SqliteParameter(parameter, null));
        }
        return command;
    }

    static void Set(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }
        command.ExecuteNonQuery();
    }

    static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    static string Schema()
    {
        var assembly = typeof(SqliteStorageOptions).Assembly;
        var name = assembly.GetManifestResourceNames().Single(n => n.EndsWith(".Sqlite.Migrations.Ledger.0001-the-record.sql", StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
