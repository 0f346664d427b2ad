using DncActors.Storage.Ledger;
using DncActors.Storage.Reading;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DncActors.Storage.Postgres;

/// <summary>
/// The engine of a cluster as a whole. It starts in this order: look at the server, migrate, write. It stops the other way round, and not before everything
/// that was queued is written and answered.
/// </summary>
internal sealed partial class PostgresStorage : IHostedService, IAsyncDisposable
{
    readonly PostgresStorageOptions _options;
    readonly PostgresConnections _connections;
    readonly ILogger<PostgresStorage> _logger;
    bool _started;

    public PostgresStorage(PostgresStorageOptions options, LedgerInstruments instruments, ReadInstruments reads, ILogger<PostgresStorage> logger)
    {
        var wrong = PostgresOptionsRules.Check(options);
        if (wrong.Count > 0) throw new ArgumentException(string.Join(" ", wrong), nameof(options));
        _options = options;
        _logger = logger;
        _connections = new PostgresConnections(options);
        Writes = new WriteQueue(options.QueueLimit);
        Loop = new GroupCommitLoop(Writes, instruments, logger);
        instruments.Watch(Writes);
        ReadInstruments = reads;
        Loads = new PostgresReads(_connections.Reads, prepares: true, null, options.LoadConnections, options.ReadQueueLimit, options.LoadSeconds);
        Leases = new PostgresReads(
            _connections.Reads, prepares: true, null, PostgresConnections.ForLeases, options.ReadQueueLimit, options.LoadSeconds);
        LeadLoads = new PostgresReads(
            _connections.Leads, prepares: true, new PostgresPlans(TimeProvider.System), 1, options.ReadQueueLimit, options.LoadSeconds);
        Exports = new PostgresReads(
            _connections.Exports, prepares: false, null, PostgresConnections.MostExports, options.ReadQueueLimit, options.SearchSeconds);
        Searches = new PostgresReads(
            _connections.Reads, prepares: false, null, options.SearchConnections, options.ReadQueueLimit, options.SearchSeconds);
    }

    /// <summary>How many reads of a kind may wait.</summary>
    public int ReadQueueLimit => _options.ReadQueueLimit;

    public WriteQueue Writes { get; }

    public GroupCommitLoop Loop { get; }

    /// <summary>For the short reads that somebody's execution or check waits for.</summary>
    public PostgresReads Loads { get; }

    /// <summary>For leases, and the head that they hang on: however many reads somebody waits for, no lease ends because of them.</summary>
    public PostgresReads Leases { get; }

    /// <summary>For loads of leads, which are gathered: one at a time.</summary>
    public PostgresReads LeadLoads { get; }

    /// <summary>For searches, reports and exports: however long they take, they hold up no load.</summary>
    public PostgresReads Searches { get; }

    /// <summary>For what comes as a stream.</summary>
    public PostgresReads Exports { get; }

    public ReadInstruments ReadInstruments { get; }

    public LedgerFaults Faults { get; } = new();

    /// <summary>Of the log that it starts on, before anything is loaded.</summary>
    public PostgresKept Kept { get; } = new();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        PostgresSchema.Migrate(_connections, _options, _logger);
        Loop.Start(new PostgresGroupWriter(_connections, Kept, Faults, TimeProvider.System));
        _started = true;
        LogOpened(_logger);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Writes.Close();
        if (!_started) return;
        _started = false;
        await Loop.Ended.ConfigureAwait(false);
        LogClosed(_logger);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None).ConfigureAwait(false);
        Loads.Dispose();
        Leases.Dispose();
        LeadLoads.Dispose();
        Searches.Dispose();
        Exports.Dispose();
        await _connections.DisposeAsync().ConfigureAwait(false);
    }

    [LoggerMessage(132, LogLevel.Information, "The database is open")]
    private static partial void LogOpened(ILogger logger);

    [LoggerMessage(133, LogLevel.Information, "The database is closed; everything that was queued is written")]
    private static partial void LogClosed(ILogger logger);
}
