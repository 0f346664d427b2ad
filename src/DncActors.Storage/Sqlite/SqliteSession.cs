using SQLitePCL;

namespace DncActors.Storage.Sqlite;

/// <summary>
/// A connection with its prepared statements, for one thread at a time. Beneath Microsoft.Data.Sqlite, because its commands parse names and allocate for
/// every row, which costs the writer more than the rows do.
/// </summary>
internal sealed class SqliteSession : IDisposable
{
    const int BusyMilliseconds = 5_000;

    readonly sqlite3 _handle;
    readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);

    static SqliteSession() => Batteries_V2.Init();

    SqliteSession(sqlite3 handle) => _handle = handle;

    /// <summary>Opens a file that may be written, making it where it is not there.</summary>
    public static SqliteSession OpenWriter(string path, int cacheKilobytes)
    {
        var session = Open(path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);
        session.Execute($"pragma cache_size = -{cacheKilobytes}; pragma temp_store = memory; pragma foreign_keys = off");
        return session;
    }

    /// <summary>Opens a file that is there, for reading only.</summary>
    public static SqliteSession OpenReader(string path, int cacheKilobytes)
    {
        var session = Open(path, raw.SQLITE_OPEN_READONLY);
        session.Execute($"pragma cache_size = -{cacheKilobytes}; pragma temp_store = memory; pragma query_only = on");
        return session;
    }

    /// <summary>The statement, prepared once a session, reset and ready to be bound. Not to be asked for again while its rows are read.</summary>
    public SqliteStatement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            Check(raw.sqlite3_prepare_v3(_handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var handle), "A statement could not be prepared");
            _statements[sql] = statement = new SqliteStatement(this, handle);
        }
        return statement.Reset();
    }

    /// <summary>Lets go of every row that is being read and of everything bound: after a failure nobody knows which were in use.</summary>
    public void ResetAll()
    {
        foreach (var statement in _statements.Values) statement.Reset();
    }

    /// <summary>Runs statements that have no parameters and whose rows nobody wants.</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(_handle, sql), "A statement failed");

    public long ReadLong(string sql)
    {
        var statement = Prepare(sql);
        var value = statement.Step() ? statement.Long(0) : 0;
        statement.Reset();
        return value;
    }

    public string ReadText(string sql)
    {
        var statement = Prepare(sql);
        var value = statement.Step() ? statement.Text(0) : "";
        statement.Reset();
        return value;
    }

    /// <summary>How many rows the last statement wrote.</summary>
    public int Changes => raw.sqlite3_changes(_handle);

    /// <summary>The rowid of the last insert.</summary>
    public long LastOrdinal => raw.sqlite3_last_insert_rowid(_handle);

    /// <summary>How many pages were written since this was asked last.</summary>
    public int TakePagesWritten()
    {
        Check(raw.sqlite3_db_status(_handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, resetFlg: 1), "The pages written could not be counted");
        return pages;
    }

    public bool InTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    public void Check(int code, string what)
    {
        if (code is raw.SQLITE_OK) return;
        throw new SqliteFaultException(raw.sqlite3_extended_errcode(_handle), what, raw.sqlite3_errmsg(_handle).utf8_to_string());
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
        _statements.Clear();
        _handle.Dispose();
    }

    static SqliteSession Open(string path, int flags)
    {
        var code = raw.sqlite3_open_v2(path, out var handle, flags | raw.SQLITE_OPEN_NOMUTEX, null);
        if (code != raw.SQLITE_OK)
        {
            handle?.Dispose();
            throw new SqliteFaultException(code, $"'{path}' could not be opened", raw.sqlite3_errstr(code).utf8_to_string());
        }
        raw.sqlite3_busy_timeout(handle, BusyMilliseconds);
        return new SqliteSession(handle);
    }
}
