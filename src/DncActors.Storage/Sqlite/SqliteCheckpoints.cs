using Microsoft.Extensions.Logging;

namespace DncActors.Storage.Sqlite;

/// <summary>
/// Copies the write-ahead log into the file beside the writing, on a thread and a connection of its own: done by the writer it stops every commit for as long
/// as the disk takes. It never waits for the writer or for a reader; what it could not copy is for the next time.
/// </summary>
internal sealed partial class SqliteCheckpoints(SqliteStorageOptions options, ILogger logger) : IDisposable
{
    readonly SemaphoreSlim _wanted = new(0);
    Thread? _thread;
    volatile bool _ends;

    public void Start()
    {
        _thread = new Thread(Run) { Name = "dnc-checkpoints", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Asks for one; asked for while one is made, the next one follows.</summary>
    public void Want()
    {
        if (_wanted.CurrentCount == 0) _wanted.Release();
    }

    public void Dispose()
    {
        _ends = true;
        _wanted.Release();
        _thread?.Join();
        _wanted.Dispose();
    }

    void Run()
    {
        while (true)
        {
            _wanted.Wait();
            if (_ends) return;
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

    [LoggerMessage(124, LogLevel.Warning, "The write-ahead log could not be copied into the file; the writer does it when the log has grown to its limit")]
    private static partial void LogFailed(ILogger logger, Exception fault);
}
