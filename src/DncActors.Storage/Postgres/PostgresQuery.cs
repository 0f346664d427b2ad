using System.Globalization;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace DncActors.Storage.Postgres;

/// <summary>A query, fixed or put together from what was asked for. Values go in as parameters only, so that its texts are few and stay prepared.</summary>
internal sealed class PostgresQuery(string start)
{
    readonly StringBuilder _sql = new(start);
    readonly List<NpgsqlParameter> _values = [];

    public string Sql => _sql.ToString();

    public PostgresQuery Add(string sql)
    {
        _sql.Append(' ').Append(sql);
        return this;
    }

    /// <summary>Adds the value and returns the name of its parameter.</summary>
    public string Value(string value) => Named(With(value));

    public string Value(long value) => Named(With(value));

    public string Value(short value) => Named(With(value));

    public string Value(Guid value) => Named(With(value));

    public string Value(string[] values) => Named(With(values));

    /// <summary>Adds the value of the next parameter (<c>$1, $2, …</c>).</summary>
    public PostgresQuery With(string? value) => With(value, NpgsqlDbType.Text);

    public PostgresQuery With(long value) => With(value, NpgsqlDbType.Bigint);

    public PostgresQuery With(short value) => With(value, NpgsqlDbType.Smallint);

    public PostgresQuery With(Guid value) => With(value, NpgsqlDbType.Uuid);

    public PostgresQuery With(string[] values) => With(values, NpgsqlDbType.Array | NpgsqlDbType.Text);

    public PostgresQuery With(short[] values) => With(values, NpgsqlDbType.Array | NpgsqlDbType.Smallint);

    public PostgresQuery With(long[] values) => With(values, NpgsqlDbType.Array | NpgsqlDbType.Bigint);

    public PostgresQuery With(Guid[] values) => With(values, NpgsqlDbType.Array | NpgsqlDbType.Uuid);

    public PostgresQuery With(Guid?[] values) => With(values, NpgsqlDbType.Array | NpgsqlDbType.Uuid);

    public PostgresQuery With(DateTimeOffset value) => With(value.UtcTicks);

    public NpgsqlBatchCommand ToCommand()
    {
        var command = new NpgsqlBatchCommand(Sql);
        foreach (var value in _values) command.Parameters.Add(value);
        return command;
    }

    PostgresQuery With<T>(T value, NpgsqlDbType type)
    {
        _values.Add(new NpgsqlParameter { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = type });
        return this;
    }

    static string Named(PostgresQuery query) => "$" + query._values.Count.ToString(CultureInfo.InvariantCulture);
}
