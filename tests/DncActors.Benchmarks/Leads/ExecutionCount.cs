using Microsoft.Data.Sqlite;

namespace DncActors.Benchmarks.Leads;

/// <summary>Counts again, in the database itself, what the answers claimed.</summary>
static class ExecutionCount
{
    public static long Read(string directory)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(directory, "data", "dnc.db")};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from execution";
        return (long)command.ExecuteScalar()!;
    }
}
