namespace DncActors.Storage.Postgres;

/// <summary>Up to where the log is known to be kept by the standbys that its server waits for, if it waits for any.</summary>
internal sealed class PostgresKept
{
    /// <summary>
    /// Of every warning without a code of its own, and so of "canceling wait for synchronous replication": the commit stands in the server that it was sent
    /// to, and nobody knows about the standby.
    /// </summary>
    public const string Warning = "01000";

    long _upTo;
    volatile bool _hasStandbys = true;

    /// <summary>Whether the server waits for any; it may be told to at any time.</summary>
    public bool HasStandbys
    {
        get => _hasStandbys;
        set => _hasStandbys = value;
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
