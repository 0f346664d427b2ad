using Npgsql;

namespace DncActors.Storage.Postgres;

/// <summary>Whose fault it is that the server refuses.</summary>
internal static class PostgresFaults
{
    /// <summary>
    /// The classes in which a row or a value is at fault (data, constraints, syntax, our own, a size that no index takes): whoever was in the same transaction
    /// may try again without it. In all others (time-outs, locks, the server's end) nobody is to blame, and the same commit may be submitted again.
    /// </summary>
    static readonly string[] Rows = ["0A", "22", "23", "42", "54", "DN"];

    public static bool OfTheRows(PostgresException fault) => fault.SqlState.Length == 5 && Rows.Contains(fault.SqlState[..2]);
}
