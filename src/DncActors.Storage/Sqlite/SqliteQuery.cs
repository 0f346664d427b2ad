using System.Globalization;
using System.Text;

namespace DncActors.Storage.Sqlite;

/// <summary>A query that is put together from what was asked for. Values go in as parameters only, so that its texts are few and stay prepared.</summary>
internal sealed class SqliteQuery(string start)
{
    readonly StringBuilder _sql = new(start);
    readonly List<Action<SqliteStatement>> _values = [];

    public SqliteQuery Add(string sql)
    {
        _sql.Append(' ').Append(sql);
        return this;
    }

    /// <summary>Adds the value and returns the name of its parameter.</summary>
    public string Value(string value) => Parameter(s => s.Bind(value));

    public string Value(long value) => Parameter(s => s.Bind(value));

    public string Value(Guid value) => Parameter(s => s.Bind(value));

    public string Sql => _sql.ToString();

    public SqliteStatement Prepare(SqliteSession session)
    {
        var statement = session.Prepare(Sql);
        foreach (var bind in _values) bind(statement);
        return statement;
    }

    string Parameter(Action<SqliteStatement> bind)
    {
        _values.Add(bind);
        return "?" + _values.Count.ToString(CultureInfo.InvariantCulture);
    }
}
