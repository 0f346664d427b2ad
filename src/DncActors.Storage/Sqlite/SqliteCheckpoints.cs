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
    const int Little = 512;

    /// <summary>Each time there is what was written during the last one; a disk that never catches up is left for later.</summary>
    const int MostRounds = 10;

    readonly object _gate = new();
    Thread? _thread;
    bool _wanted;
    bool _littleIsLeft;
    bool _ends;

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

    /// <summary>Whether the log is long and nearly all of it copied, so that the writer may copy the rest now; it is said once.</summary>
    public bool TakeLittleIsLeft()
    {
        lock (_gate)
        {
            var little = _littleIsLeft;
            _littleIsLeft = false;
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
        while (IsWanted())
        {
            try
            {
                using var session = SqliteCheckpoint.Open(options);
                if (Copy(session, file)) TellWriter();
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

    /// <summary>Goes on where the log is long enough to begin anew. True where little was left in the end, and nobody's reading kept any of it back.</summary>
    bool Copy(SqliteSession session, SqliteDataFile file)
    {
        var before = -1L;
        for (var round = 0; round < MostRounds; round++)
        {
            var (log, copied) = SqliteCheckpoint.Passive(session);
            file.Flush();
            if (log < options.LogPages) return false;
            if (before >= 0 && copied == log && log - before <= Little) return true;
            before = copied;
        }
        return false;
    }

    void TellWriter()
    {
        lock (_gate) _littleIsLeft = true;
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

    [LoggerMessage(124, LogLevel.Warning, "The write-ahead log could not be copied into the file; the writer does it when the log is four times its limit")]
    private static partial void LogFailed(ILogger logger, Exception fault);
}
