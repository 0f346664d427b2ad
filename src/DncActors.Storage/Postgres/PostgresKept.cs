using DncActors.Domain.Ledger;

namespace DncActors.Storage.Postgres;

/// <summary>
/// The log that this process started on, and up to where it is known to be kept by the standbys that its server waits for, if it waits for any.
/// </summary>
internal sealed class PostgresKept
{
    /// <summary>
    /// Of every warning without a code of its own, and so of "canceling wait for synchronous replication": the commit stands in the server that it was sent
    /// to, and nobody knows about the standby.
    /// </summary>
    public const string Warning = "01000";

    readonly Lock _gate = new();
    LogIdentity? _log;
    long _upTo;
    volatile bool _hasStandbys = true;
    volatile bool _isAnother;

    /// <summary>Null before the start.</summary>
    public LogIdentity? Log
    {
        get
        {
            lock (_gate) return _log;
        }
    }

    /// <summary>Whether another log was met since.</summary>
    public bool IsAnother => _isAnother;

    /// <summary>Whether the server waits for any; it may be told to at any time.</summary>
    public bool HasStandbys
    {
        get => _hasStandbys;
        set => _hasStandbys = value;
    }

    /// <summary>Whether that is the log that this process started on. The first that is met is.</summary>
    /// <remarks>
    /// A standby that took over, or a copy that was put back, may lack what this process has applied, and give the same sequences to something else: that would
    /// come to nodes that take it for what they have.
    /// </remarks>
    public bool Meet(LogIdentity log)
    {
        lock (_gate)
        {
            _log ??= log;
            if (_log == log) return true;
        }
        _isAnother = true;
        return false;
    }

    public bool Knows(long sequence) => !_hasStandbys || Volatile.Read(ref _upTo) >= sequence;

    /// <summary>A commit behind it was answered, and its server had not given up waiting.</summary>
    public void Know(long sequence)
    {
        var known = Volatile.Read(ref _upTo);
        while (known < sequence)
        {
            var found = Interlocked.CompareExchange(ref _upTo, sequence, known);
            if (found == known) return;
            known = found;
        }
    }
}
