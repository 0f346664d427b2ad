using System.Globalization;
using Npgsql;

namespace DncActors.Storage.Postgres;

/// <summary>
/// What the server and the writer's connection must be like for an answer to mean "durable", and for sequence order to be commit order: asked for where that is
/// ours to ask, and read back each time a connection is made, because the server behind a name may have become another.
/// </summary>
internal static class PostgresDurability
{
    const int LeastVersion = 150_000;

    const string Sql =
        """
        select pg_is_in_recovery(), current_setting('server_version_num')::int, current_setting('server_encoding'), current_setting('fsync'),
            current_setting('full_page_writes'), current_setting('synchronous_commit'), current_setting('transaction_isolation')
        """;

    /// <exception cref="UnfitDatabaseException">Names what is wrong and what to do.</exception>
    public static void Demand(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(Sql, connection);
        using var reader = command.ExecuteReader();
        reader.Read();
        if (reader.GetBoolean(0)) throw Wrong("The server is a replica, which takes no commits", "connect to the primary (Target Session Attributes=primary)");
        var version = reader.GetInt32(1);
        if (version < LeastVersion)
            throw Wrong($"The server is PostgreSQL {(version / 10_000).ToString(CultureInfo.InvariantCulture)}", "use version 15 or later");
        if (reader.GetString(2) is not "UTF8" and var encoding)
        {
            throw Wrong(
                $"The database's encoding is {encoding}, in which not every name can be written", "make one with \"create database … encoding 'UTF8'\"");
        }
        Check("fsync", reader.GetString(3), "on");
        Check("full_page_writes", reader.GetString(4), "on");
        Check("synchronous_commit", reader.GetString(5), "on");
        Check("transaction_isolation", reader.GetString(6), "read committed");
    }

    static void Check(string setting, string found, string wanted)
    {
        if (found == wanted) return;
        throw Wrong(
            $"The server answers {setting} = {found}: what is answered might be lost",
            $"set {setting} = {wanted} in postgresql.conf, and connect to the server itself and not through a pooler");
    }

    static UnfitDatabaseException Wrong(string what, string fix) => new($"{what}; {fix}.");
}
