using DncActors.Benchmarks.CheckPeers;
using DncActors.Benchmarks.Load;
using DncActors.Benchmarks.Postgres;
using Npgsql;

namespace DncActors.Benchmarks.Files;

/// <summary>The file is copied into a temporary table, joined with the list, and copied out.</summary>
sealed class PostgresFilePeer : IFilePeer
{
    const string Table =
        """
        set work_mem = '1GB';
        set temp_buffers = '512MB';
        create temporary table asked (line bigint generated always as identity, phone bigint, lead text);
        """;

    const string Joined =
        """
        select '+' || a.phone as phone, a.lead, case when l.phone is null then 'allowed' else 'blocked' end as verdict,
          case when l.phone is not null then 'dnc.entry' end as reason
        from asked a left join listed l on l.phone = a.phone and l.channels & 1 <> 0 order by a.line
        """;

    readonly MeasuredPostgres _postgres;
    readonly string _connectionString;

    PostgresFilePeer(MeasuredPostgres postgres, string connectionString) => (_postgres, _connectionString) = (postgres, connectionString);

    public string Name => "PostgreSQL: COPY, join, COPY";

    public bool KeepsOrder => true;

    public TimeSpan Cpu => _postgres.Cpu;

    public static async Task<PostgresFilePeer> StartAsync(Listing listing)
    {
        var postgres = await MeasuredPostgres.StartAsync(bySocket: true);
        var database = await postgres.CreateDatabaseAsync();
        await PostgresListing.FillAsync(database, listing);
        return new(postgres, new NpgsqlConnectionStringBuilder(postgres.ConnectionString(database)) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
    }

    public async Task RunAsync(string from, string to)
    {
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync();
        await ExecuteAsync(connection, Table);
        // The server reads and writes the files itself: nothing passes through a client.
        await ExecuteAsync(connection, $"copy asked (phone, lead) from '{from}' (format csv, header)");
        await ExecuteAsync(connection, "analyze asked");
        await ExecuteAsync(connection, $"copy ({Joined}) to '{to}' (format csv, header)");
    }

    public ValueTask DisposeAsync() => _postgres.DisposeAsync();

    static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
