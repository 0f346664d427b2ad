using DncActors.Benchmarks.Load;
using DncActors.Benchmarks.Postgres;
using DncActors.TestServers.Postgres;
using Npgsql;
using NpgsqlTypes;

namespace DncActors.Benchmarks.CheckPeers;

/// <summary>The table that the peers on PostgreSQL ask.</summary>
static class PostgresListing
{
    const string Table = "create table listed (phone bigint not null, channels smallint not null)";
    const string Index = "create unique index listed_phone on listed (phone) include (channels)";

    public static async Task FillAsync(PostgresDatabase database, Listing listing)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await ExecuteAsync(connection, Table);
        await using (var writer = await connection.BeginBinaryImportAsync("copy listed from stdin (format binary)"))
        {
            for (var i = 0; i < listing.Entries; i++)
            {
                await writer.StartRowAsync();
                await writer.WriteAsync(listing.ListedNumber(i), NpgsqlDbType.Bigint);
                await writer.WriteAsync((short)3, NpgsqlDbType.Smallint);
            }
            await writer.CompleteAsync();
        }
        await ExecuteAsync(connection, Index);
        await MeasuredPostgres.SettleAsync(database);
    }

    static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
