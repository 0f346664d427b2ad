namespace DncActors.Storage.Postgres;

/// <summary>
/// How long the writer's connection keeps its plans. One that was made when a table was nearly empty may go by any of its indexes: of a new database's first
/// import each chunk took longer than the one before.
/// </summary>
internal sealed class PostgresWriterPlans(TimeProvider time)
{
    /// <summary>What other nodes write is seen in the head alone, where a chunk of five hundred entries is one change.</summary>
    static readonly TimeSpan _kept = TimeSpan.FromSeconds(10);

    Record _now;
    Record _planned;
    long? _since;

    /// <summary>
    /// Whether they are to be made anew: of changes, leads or entries there are half as many again, or it is long ago. Then they are new from now on.
    /// </summary>
    public bool AreOld()
    {
        var now = time.GetTimestamp();
        if (_since is { } since && !_now.IsHalfAsManyAgainAs(_planned) && time.GetElapsedTime(since, now) < _kept) return false;
        (_since, _planned) = (now, _now);
        return true;
    }

    /// <param name="head">Of the record, before the run.</param>
    /// <param name="leads">How many the run wrote.</param>
    /// <param name="entries">How many the run wrote.</param>
    public void Wrote(long head, int leads, int entries) => _now = new(head, _now.Leads + leads, _now.Entries + entries);

    /// <summary>Each is a table of its own: the first entries among a million leads are as new to their table as in an empty database.</summary>
    readonly record struct Record(long Head, long Leads, long Entries)
    {
        public bool IsHalfAsManyAgainAs(Record planned) =>
            Grew(planned.Head, Head) || Grew(planned.Leads, Leads) || Grew(planned.Entries, Entries);

        static bool Grew(long from, long to) => to > from && to >= from + (from / 2);
    }
}
