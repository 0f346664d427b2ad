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

    /// <summary>What all rows have in common comes once.</summary>
    public static NpgsqlParameter OfCommon<T>(List<T> values, NpgsqlDbType type)
        where T : notnull =>
        Of(IsCommon(values) ? [values[0]] : values, type);

    /// <summary>What all rows have in common comes once, and what none of them has does not come at all.</summary>
    public static NpgsqlParameter OfCommonOrNone<T>(List<T?> values, NpgsqlDbType type) =>
        Of(!IsCommon(values) ? values : values[0] is null ? [] : [values[0]], type);

    /// <summary>What none of the rows has does not come at all.</summary>
    public static NpgsqlParameter OfAny<T>(List<T?> values, NpgsqlDbType type) => Of(values.TrueForAll(v => v is null) ? [] : values, type);

    /// <summary>UTF-8, which the function takes for text.</summary>
    public static NpgsqlParameter Of(List<byte[]> values) => Of(values, NpgsqlDbType.Bytea);

    static bool IsCommon<T>(List<T> values) => values.Count > 0 && values.TrueForAll(v => EqualityComparer<T>.Default.Equals(v, values[0]));

    static NpgsqlParameter<List<T>> Of<T>(List<T> values, NpgsqlDbType type) => new() { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };
}
