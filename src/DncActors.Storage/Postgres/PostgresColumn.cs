using Npgsql;
using NpgsqlTypes;

namespace DncActors.Storage.Postgres;

/// <summary>A column of rows on their way to the writing function: a parameter that is an array.</summary>
internal static class PostgresColumn
{
    public static NpgsqlParameter Of(List<int> values) => Of(values, NpgsqlDbType.Integer);

    public static NpgsqlParameter Of(List<short> values) => Of(values, NpgsqlDbType.Smallint);

    public static NpgsqlParameter Of(List<long> values) => Of(values, NpgsqlDbType.Bigint);

    public static NpgsqlParameter Of(List<long?> values) => Of(values, NpgsqlDbType.Bigint);

    public static NpgsqlParameter Of(List<bool> values) => Of(values, NpgsqlDbType.Boolean);

    public static NpgsqlParameter Of(List<string> values) => Of(values, NpgsqlDbType.Text);

    public static NpgsqlParameter OfNullable(List<string?> values) => Of(values, NpgsqlDbType.Text);

    public static NpgsqlParameter Of(List<Guid> values) => Of(values, NpgsqlDbType.Uuid);

    public static NpgsqlParameter Of(List<Guid?> values) => Of(values, NpgsqlDbType.Uuid);

    /// <summary>UTF-8, which the function takes for text.</summary>
    public static NpgsqlParameter Of(List<byte[]> values) => Of(values, NpgsqlDbType.Bytea);

    static NpgsqlParameter<List<T>> Of<T>(List<T> values, NpgsqlDbType type) => new() { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };
}
