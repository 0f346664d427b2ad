namespace DncActors.Storage.Sqlite;

/// <summary>The embedded engine's settings.</summary>
public sealed class SqliteStorageOptions
{
    /// <summary>Where the files are; it is made where it is not there. One process at a time. Default: <c>./data</c>.</summary>
    public string DataDirectory { get; set; } = "./data";

    /// <summary>How many commits may wait for the writer; more are answered "unavailable". Default: 10,000.</summary>
    public int QueueLimit { get; set; } = 10_000;

    /// <summary>How many reads may wait for each kind of reader; more are answered "unavailable". Default: 10,000.</summary>
    public int ReadQueueLimit { get; set; } = 10_000;

    /// <summary>Threads for the short reads that executions and checks wait for. Default: 1.</summary>
    public int LoadThreads { get; set; } = 1;

    /// <summary>Threads for searches, reports and exports. Default: 2.</summary>
    public int SearchThreads { get; set; } = 2;

    /// <summary>
    /// The writer's page cache, in kilobytes; more is not faster, because SQLite looks through the whole of it at most commits. Default: 32,768 (32 MB).
    /// </summary>
    public int WriterCacheKilobytes { get; set; } = 32 * 1024;

    /// <summary>Each reader's page cache, in kilobytes. Default: 16,384 (16 MB).</summary>
    public int ReaderCacheKilobytes { get; set; } = 16 * 1024;

    /// <summary>
    /// After how many more pages (of 8 KB) in the write-ahead log they are copied into the file and brought onto the disk, beside the writing. Default: 4,096
    /// (32 MB).
    /// </summary>
    public int CheckpointPages { get; set; } = 4_096;

    /// <summary>
    /// From how many pages in the write-ahead log on it begins anew: when all but little is copied beside the writing, the writer copies the rest. At four
    /// times as many it copies all there is, however long it takes. Default: 32,768 (256 MB).
    /// </summary>
    public int LogPages { get; set; } = 32_768;

    /// <summary>The file with everything that is promised.</summary>
    public string DataFile => Path.Combine(DataDirectory, "dnc.db");

    /// <summary>The file with Orleans' grain storage: what may lag or can be made again.</summary>
    public string OrleansFile => Path.Combine(DataDirectory, "orleans.db");

    /// <summary>For <c>Microsoft.Orleans.Persistence.AdoNet</c>.</summary>
    public string OrleansConnectionString => $"Data Source={OrleansFile};Default Timeout=5";

    /// <summary>For <c>Microsoft.Orleans.Persistence.AdoNet</c>: its name for Microsoft.Data.Sqlite.</summary>
    public const string OrleansInvariant = "System.Data.SQLite";
}
