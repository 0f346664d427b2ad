namespace DncActors.Storage.Sqlite;

/// <summary>What the settings must be like.</summary>
public static class SqliteOptionsRules
{
    /// <summary>Every setting that is wrong, each with its name, its value and what to write; empty where all are right.</summary>
    public static IReadOnlyList<string> Check(SqliteStorageOptions options)
    {
        var wrong = new List<string>();
        if (string.IsNullOrWhiteSpace(options.DataDirectory)) wrong.Add("DataDirectory is empty; name a directory, for instance ./data.");
        InRange(nameof(options.QueueLimit), options.QueueLimit, 1, 1_000_000);
        InRange(nameof(options.ReadQueueLimit), options.ReadQueueLimit, 1, 1_000_000);
        InRange(nameof(options.LoadThreads), options.LoadThreads, 1, 16);
        InRange(nameof(options.SearchThreads), options.SearchThreads, 1, 64);
        InRange(nameof(options.WriterCacheKilobytes), options.WriterCacheKilobytes, 1_024, 16 * 1024 * 1024);
        InRange(nameof(options.ReaderCacheKilobytes), options.ReaderCacheKilobytes, 1_024, 16 * 1024 * 1024);
        InRange(nameof(options.CheckpointPages), options.CheckpointPages, 100, 1_000_000);
        InRange(nameof(options.LogPages), options.LogPages, options.CheckpointPages, 10_000_000);
        return wrong;

        void InRange(string name, int value, int least, int most)
        {
            if (value < least || value > most) wrong.Add($"{name} is {value}; write a number from {least} to {most}.");
        }
    }
}
