namespace DncActors.Grains.Leases;

/// <summary>What an answer of the database tells of this machine's clock. Nothing is decided by it; people want to know.</summary>
static class ClockSkewRules
{
    static readonly TimeSpan _precision = TimeSpan.FromMilliseconds(1);

    /// <summary>
    /// By how much the own clock is surely ahead of the database's, below zero behind it. The database looked at its clock somewhere between the two moments:
    /// what lies between them is no difference, however long the answer took.
    /// </summary>
    /// <param name="databaseMilliseconds">Since 1970, what is less than one cut off.</param>
    internal static TimeSpan Ahead(Moment asked, Moment answered, long databaseMilliseconds)
    {
        var database = TimeSpan.FromMilliseconds(databaseMilliseconds);
        if (database + _precision < asked.Wall) return asked.Wall - database - _precision;
        return database > answered.Wall ? answered.Wall - database : TimeSpan.Zero;
    }
}
