namespace DncActors.Storage.Sqlite;

/// <summary>
/// Brings the write-ahead log into the file. SQLite does it by itself when the last connection closes, but not where that one may only read: readers close
/// last, and a stopped process would leave megabytes that a copy of the file alone lacks.
/// </summary>
internal static class SqliteCheckpoint
{
    /// <summary>Somebody may be reading the file from outside, a backup for one: a stop does not wait for its end.</summary>
    const int BusyMilliseconds = 1_000;

    /// <summary>A checkpoint goes by the log's pages and caches none.</summary>
    const int ReadingKilobytes = 256;

    /// <summary>Copies what can be copied without waiting for anybody.</summary>
    public static void Passive(SqliteStorageOptions options)
    {
        using var session = SqliteSession.OpenWriter(options.DataFile, ReadingKilobytes);
        session.Execute("pragma synchronous = full; pragma wal_checkpoint(passive)");
    }

    /// <returns>Whether the write-ahead log is empty now; not where somebody reads from it.</returns>
    public static bool Truncate(SqliteStorageOptions options)
    {
        using var session = SqliteSession.OpenWriter(options.DataFile, options.WriterCacheKilobytes);
        session.Execute($"pragma busy_timeout = {BusyMilliseconds}");
        return session.ReadLong("pragma wal_checkpoint(truncate)") == 0;
    }
}
