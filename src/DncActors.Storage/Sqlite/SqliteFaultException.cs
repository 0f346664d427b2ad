using SQLitePCL;

namespace DncActors.Storage.Sqlite;

/// <summary>SQLite refused. Its own text names tables and columns, never what stands in them.</summary>
internal sealed class SqliteFaultException(int code, string what, string? message) : Exception($"{what}: {message} (SQLite {code}).")
{
    public int Code { get; } = code;

    /// <summary>The disk did not take what was written before.</summary>
    public bool OfTheDisk => Code is raw.SQLITE_IOERR_FSYNC or raw.SQLITE_IOERR_DIR_FSYNC;

    /// <summary>The rows are at fault, not the connection or the disk: whoever wrote others in the same transaction may try again.</summary>
    public bool OfTheRows => (Code & 0xFF) is raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH or raw.SQLITE_TOOBIG or raw.SQLITE_RANGE or raw.SQLITE_ERROR;
}
