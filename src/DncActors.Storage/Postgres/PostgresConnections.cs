using System.Globalization;
using DncActors.Storage.Ledger;
using Npgsql;

namespace DncActors.Storage.Postgres;

/// <summary>How the ledger connects: a pool for each kind of reading, a connection of its own for what writes.</summary>
internal sealed class PostgresConnections : IAsyncDisposable
{
    public const string Schema = "dnc";

    /// <summary>The answer to a commit comes in time or the server has ended it; this is for a server that says nothing any more.</summary>
    const int SilentSeconds = 2;

    /// <summary>
    /// Every way in has its index: a table that was filled since anybody counted it must not be gone through because it seems small.
    /// </summary>
    const string ByIndexes =
        "-c enable_seqscan=off -c enable_bitmapscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c enable_material=off -c jit=off";

    /// <summary>A node loads its list once, and one range after the other.</summary>
    public const int MostExports = 2;

    /// <summary>A renewal, and what another node's lease or the head is asked for meanwhile.</summary>
    public const int ForLeases = 2;

    readonly PostgresStorageOptions _options;

    public PostgresConnections(PostgresStorageOptions options)
    {
        _options = options;
        var settings = Settings("dnc-reads", $"{ByIndexes} -c plan_cache_mode=force_custom_plan");
        settings.MinPoolSize = 0;
        settings.MaxPoolSize = options.LoadConnections + options.SearchConnections + ForLeases;
        // Nothing is ever set on them that the next one would have to be kept from.
        settings.NoResetOnClose = true;
        Reads = Named("dnc-reads", settings);
        Leads = Named("dnc-leads", LeadSettings());
        Exports = Named("dnc-exports", ExportSettings());
        Writer = Named("dnc-writer", WriterSettings());
    }

    public NpgsqlDataSource Reads { get; }

    /// <summary>
    /// For loads of leads, of which one is under way at a time. What is sent in one batch is one transaction, and sees one state of the database; its
    /// statements keep their plans. Nobody has to say so for each load, nor to begin and to end it: that was a third of what one cost.
    /// </summary>
    public NpgsqlDataSource Leads { get; }

    /// <summary>For what comes as a stream: the driver waits for its first piece as long as the connection says, whatever the stream's own limit.</summary>
    public NpgsqlDataSource Exports { get; }

    NpgsqlDataSource Writer { get; }

    public NpgsqlConnection ToWriter() => Writer.CreateConnection();

    NpgsqlConnectionStringBuilder WriterSettings()
    {
        var limit = _options.CommitMilliseconds.ToString(CultureInfo.InvariantCulture);
        var settings = Settings(
            "dnc-writer",
            $"{ByIndexes} -c plan_cache_mode=force_generic_plan -c default_transaction_isolation=read\\ committed -c synchronous_commit=on "
            + $"-c lock_timeout={limit} -c statement_timeout={limit} -c idle_in_transaction_session_timeout=1000");
        settings.Pooling = false;
        // Nearly every group goes out in one piece: in pieces of 8 KB the server's process was woken for each, and took the processor from the writer.
        settings.WriteBufferSize = WriteQueue.MaxGroupBytes;
        settings.CommandTimeout = (_options.CommitMilliseconds / 1000) + SilentSeconds;
        return settings;
    }

    NpgsqlConnectionStringBuilder LeadSettings()
    {
        var settings = Settings(
            "dnc-leads",
            $"{ByIndexes} -c plan_cache_mode=force_generic_plan -c default_transaction_isolation=repeatable\\ read");
        settings.MinPoolSize = 0;
        settings.MaxPoolSize = 1;
        settings.NoResetOnClose = true;
        return settings;
    }

    NpgsqlConnectionStringBuilder ExportSettings()
    {
        var settings = Settings("dnc-exports", ByIndexes);
        settings.MinPoolSize = 0;
        settings.MaxPoolSize = MostExports;
        settings.NoResetOnClose = true;
        settings.CommandTimeout = _options.SearchSeconds;
        return settings;
    }

    /// <summary>For the migrations, which may take their time.</summary>
    public NpgsqlDataSource ForMigrations()
    {
        var settings = Settings("dnc-migrations", "-c default_transaction_isolation=read\\ committed -c synchronous_commit=on");
        settings.Pooling = false;
        settings.CommandTimeout = 0;
        return Named("dnc-migrations", settings);
    }

    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync().ConfigureAwait(false);
        await Exports.DisposeAsync().ConfigureAwait(false);
        await Leads.DisposeAsync().ConfigureAwait(false);
        await Reads.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>The name is what metrics call it: without one they would tell anybody the host and the user.</summary>
    static NpgsqlDataSource Named(string name, NpgsqlConnectionStringBuilder settings) =>
        new NpgsqlDataSourceBuilder(settings.ConnectionString) { Name = name }.Build();

    NpgsqlConnectionStringBuilder Settings(string name, string session) => new(_options.ConnectionString)
    {
        ApplicationName = name,
        Enlist = false,
        SearchPath = Schema,
        Timeout = _options.ConnectSeconds,
        CommandTimeout = _options.LoadSeconds,
        // What is prepared is prepared by name: a statement that fails while the driver prepares it on its own leaves the driver out of step with the server.
        MaxAutoPrepare = 0,
        // A server that gave up waiting for its standby says so in a warning alone.
        Options = $"{session} -c client_min_messages=warning",
    };
}
