using Microsoft.Extensions.Logging;

namespace DncActors.Storage.Sqlite;

/// <summary>
/// Copies the write-ahead log into the file beside the writing, on a thread and a connection of its own: done by the writer it stops every commit for as long
/// as the disk takes. It never waits for the writer or for a reader; what it could not copy is for the next time. The log begins anew only where all of it is
/// copied, and while somebody writes that is never so: the last little is the writer's.
/// </summary>
internal sealed partial class SqliteCheckpoints(SqliteStorageOptions options, ILogger logger) : IDisposable
{
    /// <summary>What a writer copies in a few milliseconds: 4 MB.</summary>
    public const int Little = 512;

    /// <summary>Each time there is what was written during the last one; a disk that never catches up is left for later.</summary>
    const int MostRounds = 10;

    readonly object _gate = new();
    Thread? _thread;
    bool _wanted;
    bool _nearlyAll;
    bool _littleIsLeft;
    bool _ends;
    long _log;

    /// <summary>How many pages the log had when it was looked at last: where somebody reads from it, it goes on though all of it is copied.</summary>
    public long Log
    {
        get
        {
            lock (_gate) return _log;
        }
    }

    public void Start(SqliteDataFile file)
    {
        _thread = new Thread(() => Run(file)) { Name = "dnc-checkpoints", IsBackground = true };
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

    /// <summary>Asks that it goes on until little is left: <see cref="TakeLittleIsLeft"/> says when.</summary>
    public void WantNearlyAll()
    {
        lock (_gate)
        {
            _nearlyAll = true;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Whether there is so little to copy that the writer may do it now; it is said once.</summary>
    public bool TakeLittleIsLeft()
    {
        lock (_gate)
        {
            var little = _littleIsLeft;
            _littleIsLeft = false;
            if (little) _log = 0;
            return little;
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

    void Run(SqliteDataFile file)
    {
        while (IsWanted(out var nearlyAll))
        {
            try
            {
                using var session = SqliteCheckpoint.Open(options);
                if (Copy(session, file, nearlyAll)) TellWriter();
            }
            catch (SqliteFaultException fault) when (fault.OfTheDisk)
            {
                SqliteDataFile.End(fault);
            }
            catch (SqliteFaultException fault)
            {
                LogFailed(logger, fault);
            }
        }
    }

    /// <summary>True where there was little to copy in the end, and nobody's reading kept any of it back.</summary>
    bool Copy(SqliteSession session, SqliteDataFile file, bool nearlyAll)
    {
        var before = long.MinValue;
        for (var round = 0; round < (nearlyAll ? MostRounds : 1); round++)
        {
            var (log, copied) = SqliteCheckpoint.Passive(session);
            file.Flush();
            lock (_gate) _log = log;
            if (before >= 0 && log >= 0 && copied == log && log - before <= Little) return true;
            before = copied;
        }
        return false;
    }

    void TellWriter()
    {
        lock (_gate) _littleIsLeft = true;
    }

    /// <summary>Waits until one is wanted; false when it is time to end.</summary>
    bool IsWanted(out bool nearlyAll)
    {
        lock (_gate)
        {
            while (!_wanted && !_nearlyAll && !_ends) Monitor.Wait(_gate);
            nearlyAll = _nearlyAll;
            _wanted = _nearlyAll = false;
            return !_ends;
        }
    }

    [LoggerMessage(124, LogLevel.Warning, "The write-ahead log could not be copied into the file; the writer does it when the log is four times its limit")]
    private static partial void LogFailed(ILogger logger, Exception fault);
}
