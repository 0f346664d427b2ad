namespace DncActors.Storage.Postgres;

/// <summary>The settings of the ledger on PostgreSQL.</summary>
public sealed class PostgresStorageOptions
{
    /// <summary>
    /// Where the database is and who we are there, in Npgsql's form (<c>Host=…;Database=…;Username=…;Password=…</c>). It leads to the primary itself: a pooler
    /// that shares connections between transactions forgets what a connection was set to. Default: none; it must be given.
    /// </summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>How many commits may wait for the writer; more are answered "unavailable". Default: 10,000.</summary>
    public int QueueLimit { get; set; } = 10_000;

    /// <summary>How many reads may wait for each kind of reader; more are answered "unavailable". Default: 10,000.</summary>
    public int ReadQueueLimit { get; set; } = 10_000;

    /// <summary>
    /// Connections for the short reads that executions and checks wait for; loads of leads have one more of their own, and leases two. Default: 4.
    /// </summary>
    public int LoadConnections { get; set; } = 4;

    /// <summary>Connections for searches, reports and exports. Default: 4.</summary>
    public int SearchConnections { get; set; } = 4;

    /// <summary>How long a connection may take to be made, in seconds. Default: 3.</summary>
    public int ConnectSeconds { get; set; } = 3;

    /// <summary>How long a short read may take, in seconds; then it is answered "unavailable". Default: 5.</summary>
    public int LoadSeconds { get; set; } = 5;

    /// <summary>How long a search, a report or a chunk of an export may take, in seconds. Default: 30.</summary>
    public int SearchSeconds { get; set; } = 30;

    /// <summary>
    /// How long a group of commits may wait for the head, and how long its writing may take, in milliseconds; then its commits are in doubt. Default: 2,000.
    /// </summary>
    public int CommitMilliseconds { get; set; } = 2_000;

    /// <summary>How long a node that starts waits for another that migrates the schema, in seconds. Default: 300.</summary>
    public int MigrationSeconds { get; set; } = 300;
}
