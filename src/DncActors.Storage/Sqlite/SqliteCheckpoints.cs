using Microsoft.Extensions.Logging;

namespace DncActors.Storage.Sqlite;

/// <summary>
/// Copies the write-ahead log into the file beside the writing, on a thread and a connection of its own: done by the writer it stops every commit for as long
/// as the disk takes. It never waits for the writer or for a reader; what it could not copy is for the next time.
/// </summary>
internal sealed partial class SqliteCheckpoints(SqliteStorageOptions options, ILogger logger) : IDisposable
{
    readonly object _gate = new();
    Thread? _thread;
    bool _wanted;
    bool _ends;

    public void Start()
    {
        _thread = new Thread(Run) { Name = "dnc-checkpoints", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Asks for one; asked for while one is made, the next one follows.</summary>
    public void Want()
    {
        lock (_gate)
        {
            _wanted = true;
            Monitor.Pulse(_gate);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _ends = true;
            Monitor.Pulse(_gate);
        }
        _thread?.Join();
    }

    void Run()
    {
        while (IsWanted())
        {
            try
            {
                SqliteCheckpoint.Passive(options);
            }
            catch (SqliteFaultException fault)
            {
                LogFailed(logger, fault);
            }
        }
    }

    /// <summary>Waits until one is wanted; false when it is time to end.</summary>
    bool IsWanted()
    {
        lock (_gate)
        {
            while (!_wanted && !_ends) Monitor.Wait(_gate);
            _wanted = false;
            return !_ends;
        }
    }

    [LoggerMessage(124, LogLevel.Warning, "The write-ahead log could not be copied into the file; the writer does it when the log has grown to its limit")]
    private static partial void LogFailed(ILogger logger, Exception fault);
}
