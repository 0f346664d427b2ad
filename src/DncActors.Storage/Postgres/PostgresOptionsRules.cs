using Npgsql;

namespace DncActors.Storage.Postgres;

/// <summary>What the settings must be like.</summary>
public static class PostgresOptionsRules
{
    const string Example = "Host=db;Database=dnc;Username=dnc;Password=…";

    /// <summary>Every setting that is wrong, each with its name, its value and what to write; empty where all are right.</summary>
    public static IReadOnlyList<string> Check(PostgresStorageOptions options)
    {
        var wrong = new List<string>();
        CheckConnection();
        InRange(nameof(options.QueueLimit), options.QueueLimit, 1, 1_000_000);
        InRange(nameof(options.ReadQueueLimit), options.ReadQueueLimit, 1, 1_000_000);
        InRange(nameof(options.LoadConnections), options.LoadConnections, 1, 100);
        InRange(nameof(options.SearchConnections), options.SearchConnections, 1, 100);
        InRange(nameof(options.ConnectSeconds), options.ConnectSeconds, 1, 60);
        InRange(nameof(options.LoadSeconds), options.LoadSeconds, 1, 600);
        InRange(nameof(options.SearchSeconds), options.SearchSeconds, 1, 3_600);
        InRange(nameof(options.CommitMilliseconds), options.CommitMilliseconds, 100, 60_000);
        InRange(nameof(options.MigrationSeconds), options.MigrationSeconds, 1, 86_400);
        return wrong;

        // The text holds a password: it is not repeated, nor what the driver says of it.
        void CheckConnection()
        {
            try
            {
                var parts = new NpgsqlConnectionStringBuilder(options.ConnectionString);
                if (string.IsNullOrWhiteSpace(parts.Host)) wrong.Add($"ConnectionString names no host; write one like {Example}.");
                else if (string.IsNullOrWhiteSpace(parts.Database)) wrong.Add($"ConnectionString names no database; write one like {Example}.");
            }
            catch (ArgumentException)
            {
                wrong.Add($"ConnectionString cannot be read; write one like {Example}.");
            }
        }

        void InRange(string name, int value, int least, int most)
        {
            if (value < least || value > most) wrong.Add($"{name} is {value}; write a number from {least} to {most}.");
        }
    }
}
