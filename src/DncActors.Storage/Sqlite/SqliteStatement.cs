using System.Buffers;
using System.Text;
using SQLitePCL;

namespace DncActors.Storage.Sqlite;

/// <summary>A prepared statement. Values are bound in the order of its parameters (<c>?1, ?2, …</c>); columns are read by their place.</summary>
internal sealed class SqliteStatement(SqliteSession session, sqlite3_stmt handle) : IDisposable
{
    const int StackBytes = 512;

    int _bound;

    public SqliteStatement Reset()
    {
        // The code repeats what the last step has said already.
        raw.sqlite3_reset(handle);
        _bound = 0;
        return this;
    }

    public SqliteStatement Bind(long value)
    {
        session.Check(raw.sqlite3_bind_int64(handle, ++_bound, value), "A value could not be bound");
        return this;
    }

    public SqliteStatement Bind(long? value) => value is { } given ? Bind(given) : BindNull();

    public SqliteStatement Bind(bool value) => Bind(value ? 1L : 0L);

    public SqliteStatement Bind(string? value)
    {
        if (value is null) return BindNull();
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (most <= StackBytes)
        {
            Span<byte> bytes = stackalloc byte[StackBytes];
            return BindText(bytes[..Encoding.UTF8.GetBytes(value, bytes)]);
        }
        var rented = ArrayPool<byte>.Shared.Rent(most);
        BindText(rented.AsSpan(0, Encoding.UTF8.GetBytes(value, rented)));
        ArrayPool<byte>.Shared.Return(rented);
        return this;
    }

    /// <summary>Binds UTF-8.</summary>
    public SqliteStatement BindText(ReadOnlySpan<byte> value)
    {
        // An empty span pins to a null pointer, which would be bound as null.
        var code = value.IsEmpty ? raw.sqlite3_bind_text(handle, ++_bound, "") : raw.sqlite3_bind_text(handle, ++_bound, value);
        session.Check(code, "A text could not be bound");
        return this;
    }

    public SqliteStatement BindText(byte[]? value) => value is null ? BindNull() : BindText(value.AsSpan());

    public SqliteStatement Bind(Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        session.Check(raw.sqlite3_bind_blob(handle, ++_bound, bytes), "An id could not be bound");
        return this;
    }

    public SqliteStatement Bind(Guid? value) => value is { } given ? Bind(given) : BindNull();

    public SqliteStatement Bind(DateTimeOffset value) => Bind(value.UtcTicks);

    public SqliteStatement Bind(DateTimeOffset? value) => Bind(value?.UtcTicks);

    public SqliteStatement BindNull()
    {
        session.Check(raw.sqlite3_bind_null(handle, ++_bound), "A null could not be bound");
        return this;
    }

    /// <summary>To the next row; false behind the last.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        if (code == raw.SQLITE_ROW) return true;
        if (code == raw.SQLITE_DONE) return false;
        try
        {
            session.Check(code, "A statement failed");
        }
        finally
        {
            Reset();
        }
        return false;
    }

    /// <summary>To the end, where no rows are expected.</summary>
    public void Run()
    {
        while (Step())
        {
        }
        Reset();
    }

    /// <summary>Whether there is a row at all.</summary>
    public bool Any()
    {
        var any = Step();
        Reset();
        return any;
    }

    /// <summary>Every row, read by <paramref name="read"/>.</summary>
    public List<T> All<T>(Func<SqliteStatement, T> read)
    {
        var rows = new List<T>();
        while (Step()) rows.Add(read(this));
        Reset();
        return rows;
    }

    /// <summary>The first row, or null.</summary>
    public T? First<T>(Func<SqliteStatement, T> read)
        where T : class
    {
        var row = Step() ? read(this) : null;
        Reset();
        return row;
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public long Long(int column) => raw.sqlite3_column_int64(handle, column);

    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    public bool Bool(int column) => Long(column) != 0;

    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(handle, column));

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>The column's bytes (UTF-8 of a text), until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(handle, column);

    public Guid Id(int column) => new(Bytes(column), bigEndian: true);

    public Guid? IdOrNull(int column) => IsNull(column) ? null : Id(column);

    public DateTimeOffset Time(int column) => new(Long(column), TimeSpan.Zero);

    public DateTimeOffset? TimeOrNull(int column) => IsNull(column) ? null : Time(column);

    public void Dispose() => handle.Dispose();
}
