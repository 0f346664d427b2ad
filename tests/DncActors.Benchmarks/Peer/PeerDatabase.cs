using DncActors.TestServers.Postgres;
using Npgsql;

namespace DncActors.Benchmarks.Peer;

/// <summary>The peer's database: a copy of the server's with all of its tables, indexes and leads, and two sequences where the server has its head.</summary>
static class PeerDatabase
{
    const string Sequences =
        """
        create sequence dnc.peer_sequence increment by 2 start 1000000000;
        create sequence dnc.peer_ordinal start 1000000000;
        """;

    /// <param name="original">Nobody may be connected to it.</param>
    public static async Task<PostgresDatabase> CopyAsync(PostgresDatabase original)
    {
        var copy = await original.Server.CreateDatabaseAsync(original.Name);
        await using var connection = new NpgsqlConnection(copy.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(Sequences, connection);
        await command.ExecuteNonQueryAsync();
        return copy;
    }
}
