namespace DncActors.Storage.Sqlite;

/// <summary>Several reads that see one state of the database.</summary>
internal static class SqliteSnapshot
{
    public static T Read<T>(SqliteSession session, Func<T> read)
    {
        session.Prepare("begin").Run();
        var value = read();
        session.Prepare("commit").Run();
        return value;
    }
}
