namespace DncActors.Storage.Postgres;

/// <summary>
/// How long the writer's connection keeps its plans. One that was made when a table was nearly empty may go by any of its indexes: of a new database's first
/// import each chunk took longer than the one before.
/// </summary>
internal sealed class PostgresWriterPlans(TimeProvider time)
{
    /// <summary>What other nodes write is seen in the head alone, where a chunk of five hundred entries is one change.</summary>
    static readonly TimeSpan _kept = TimeSpan.FromSeconds(10);

    long _head;
    long _rows;
    long? _planned;
    long _oldAt;

    /// <summary>Whether they are to be made anew: the record has grown by half since, or it is long ago. Then they are new from now on.</summary>
    public bool AreOld()
    {
        var (now, size) = (time.GetTimestamp(), _head + _rows);
        if (_planned is { } planned && size < _oldAt && time.GetElapsedTime(planned, now) < _kept) return false;
        _planned = now;
        _oldAt = size + (size / 2);
        return true;
    }

    /// <param name="head">Of the record, when the group was written.</param>
    /// <param name="rows">How many the group wrote.</param>
    public void Wrote(long head, int rows)
    {
        _head = head;
        _rows += rows;
    }
}
