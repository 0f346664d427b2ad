using Npgsql;

namespace DncActors.Storage.Postgres;

/// <summary>The row that a reader stands on; columns are read by their place.</summary>
internal readonly struct PostgresRow(NpgsqlDataReader reader)
{
    public bool IsNull(int column) => reader.IsDBNull(column);

    public long Long(int column) => reader.GetInt64(column);

    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    public short Short(int column) => reader.GetInt16(column);

    public bool Bool(int column) => reader.GetBoolean(column);

    public string Text(int column) => reader.GetString(column);

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>The UTF-8 of a text.</summary>
    public byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);

    public Guid Id(int column) => reader.GetGuid(column);

    public Guid? IdOrNull(int column) => IsNull(column) ? null : Id(column);

    public DateTimeOffset Time(int column) => new(Long(column), TimeSpan.Zero);

    public DateTimeOffset? TimeOrNull(int column) => IsNull(column) ? null : Time(column);

    /// <summary>An array of any rank, or null.</summary>
    public T? Array<T>(int column)
        where T : class => IsNull(column) ? null : reader.GetFieldValue<T>(column);
}
