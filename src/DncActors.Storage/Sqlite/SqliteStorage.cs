using DncActors.Storage.Ledger;
using DncActors.Storage.Reading;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DncActors.Storage.Sqlite;

/// <summary>
/// The embedded engine as a whole. It starts in this order: hold the directory, migrate, read, write. It stops the other way round, and not before everything
/// that was queued is written and answered.
/// </summary>
internal sealed partial class SqliteStorage : IHostedService, IAsyncDisposable
{
    readonly SqliteStorageOptions _options;
    readonly ILogger<SqliteStorage> _logger;
    readonly SqliteCheckpoints _checkpoints;
    SqliteDataDirectory? _directory;
    SqliteDataFile? _file;
    bool _started;

    public SqliteStorage(SqliteStorageOptions options, LedgerInstruments instruments, ReadInstruments reads, ILogger<SqliteStorage> logger)
    {
        var wrong = SqliteOptionsRules.Check(options);
        if (wrong.Count > 0) throw new ArgumentException(string.Join(" ", wrong), nameof(options));
        _options = options;
        _logger = logger;
        _checkpoints = new SqliteCheckpoints(options, logger);
        Writes = new WriteQueue(options.QueueLimit);
        Loop = new GroupCommitLoop(Writes, instruments, logger);
        instruments.Watch(Writes);
        ReadInstruments = reads;
        Loads = new ReadThreads<SqliteSession>("dnc-loads", options.LoadThreads, options.ReadQueueLimit, OpenReader);
        Searches = new ReadThreads<SqliteSession>("dnc-searches", options.SearchThreads, options.ReadQueueLimit, OpenReader);
    }

    /// <summary>How many reads of a kind may wait.</summary>
    public int ReadQueueLimit => _options.ReadQueueLimit;

    public WriteQueue Writes { get; }

    public GroupCommitLoop Loop { get; }

    /// <summary>For the short reads that somebody's execution or check waits for.</summary>
    public ReadThreads<SqliteSession> Loads { get; }

    /// <summary>For searches, reports and exports: however long they take, they hold up no load.</summary>
    public ReadThreads<SqliteSession> Searches { get; }

    public ReadInstruments ReadInstruments { get; }

    public LedgerFaults Faults { get; } = new();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _directory = SqliteDataDirectory.Hold(_options.DataDirectory);
        try
        {
            SqliteSchema.Migrate(_options, _logger);
            var writer = new SqliteGroupWriter(_options, Faults, _checkpoints);
            Loads.Start();
            Searches.Start();
            _file = new SqliteDataFile(_options.DataFile);
            _checkpoints.Start(_file);
            Loop.Start(writer);
            _started = true;
        }
        catch
        {
            _directory.Dispose();
            throw;
        }
        LogOpened(_logger, Path.GetFullPath(_options.DataDirectory));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Writes.Close();
        if (!_started) return;
        _started = false;
        await Loop.Ended.ConfigureAwait(false);
        Loads.Dispose();
        Searches.Dispose();
        _checkpoints.Dispose();
        Checkpoint();
        _file?.Dispose();
        _directory?.Dispose();
        LogClosed(_logger);
    }

    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None).ConfigureAwait(false);

    /// <summary>Nothing is lost without it: the next start reads the write-ahead log.</summary>
    void Checkpoint()
    {
        try
        {
            if (!SqliteCheckpoint.Truncate(_options)) LogNotCheckpointed(_logger, "somebody is reading it", null);
        }
        catch (SqliteFaultException fault)
        {
            LogNotCheckpointed(_logger, "SQLite failed", fault);
        }
    }

    SqliteSession OpenReader() => SqliteSession.OpenReader(_options.DataFile, _options.ReaderCacheKilobytes);

    [LoggerMessage(121, LogLevel.Information, "The data directory {Directory} is open")]
    private static partial void LogOpened(ILogger logger, string directory);

    [LoggerMessage(123, LogLevel.Warning, "The write-ahead log was not brought into the file: {Why}. The next start reads it; a backup must take both")]
    private static partial void LogNotCheckpointed(ILogger logger, string why, Exception? fault);

    [LoggerMessage(122, LogLevel.Information, "The data directory is closed; everything that was queued is written")]
    private static partial void LogClosed(ILogger logger);
}
