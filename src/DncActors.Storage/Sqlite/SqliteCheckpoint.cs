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

    /// <summary>For copying beside the writing.</summary>
    public static SqliteSession Open(SqliteStorageOptions options)
    {
        var session = SqliteSession.OpenWriter(options.DataFile, ReadingKilobytes);
        session.Execute("pragma synchronous = full");
        return session;
    }

    /// <summary>Copies what can be copied without waiting for anybody.</summary>
    /// <returns>How many pages the log has, and how many of them are in the file now; both -1 where somebody else copies.</returns>
    public static (long Log, long Copied) Passive(SqliteSession session) =>
        session.Prepare("pragma wal_checkpoint(passive)").All(row => (row.Long(1), row.Long(2))).Single();

    /// <returns>Whether the write-ahead log is empty now; not where somebody reads from it.</returns>
    public static bool Truncate(SqliteStorageOptions options)
    {
        using var session = SqliteSession.OpenWriter(options.DataFile, options.WriterCacheKilobytes);
        session.Execute($"pragma busy_timeout = {BusyMilliseconds}");
        return session.ReadLong("pragma wal_checkpoint(truncate)") == 0;
    }
}
