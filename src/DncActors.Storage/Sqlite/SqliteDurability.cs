namespace DncActors.Storage.Sqlite;

/// <summary>
/// What the writer's connection must be like for an answer to mean "durable": asked for, and read back, because a pragma that fails says nothing.
/// </summary>
internal static class SqliteDurability
{
    /// <summary>What <c>pragma synchronous</c> answers for FULL.</summary>
    public const long Full = 2;

    /// <param name="logPages">At how many pages in its log the engine has the writer copy all of them.</param>
    public static void Demand(SqliteSession session, int logPages)
    {
        session.Execute($"pragma synchronous = full; pragma wal_autocheckpoint = {logPages}");
        Check("journal_mode", "wal", session.ReadText("pragma journal_mode"));
        Check("synchronous", Full.ToString(System.Globalization.CultureInfo.InvariantCulture), session.ReadText("pragma synchronous"));
    }

    static void Check(string pragma, string wanted, string found)
    {
        if (wanted == found) return;
        throw new InvalidOperationException(
            $"SQLite answers {pragma} = {found} where {wanted} was asked for: what is answered might be lost. "
            + "Is the data directory on a network or read-only file system?");
    }
}
