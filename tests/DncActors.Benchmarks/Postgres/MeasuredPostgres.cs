using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using DncActors.TestServers;
using DncActors.TestServers.Postgres;
using Npgsql;

namespace DncActors.Benchmarks.Postgres;

/// <summary>
/// The PostgreSQL that all who are compared work on: as durable as in production, with memory and log enough that no checkpoint falls into a round.
/// </summary>
sealed class MeasuredPostgres : IAsyncDisposable
{
    static readonly (string Setting, string Value)[] Settings =
    [
        ("shared_buffers", "2GB"), ("max_wal_size", "24GB"), ("min_wal_size", "8GB"), ("checkpoint_timeout", "1h"), ("wal_buffers", "64MB"),
        ("max_connections", "300"), ("effective_cache_size", "6GB"),
    ];

    /// <summary>Of 16 MB: an execution writes 10 KB of log, an entry of an import 2.</summary>
    const int LogFiles = 400;

    readonly PostgresServer _server;
    readonly PostgresServer? _standby;
    readonly Process? _wire;
    readonly int _port;
    readonly string? _sockets;

    MeasuredPostgres(PostgresServer server, PostgresServer? standby, Process? wire, int port, string? sockets = null)
    {
        _sockets = sockets;
        _server = server;
        _standby = standby;
        _wire = wire;
        _port = port;
    }

    /// <summary>The processor time of the server and its standby.</summary>
    public TimeSpan Cpu => _server.Cpu + (_standby?.Cpu ?? TimeSpan.Zero);

    public TimeSpan WireCpu
    {
        get
        {
            _wire?.Refresh();
            return _wire?.TotalProcessorTime ?? TimeSpan.Zero;
        }
    }

    /// <param name="roundTrip">What is added to each; zero for no wire at all.</param>
    /// <param name="bySocket">Whoever is measured comes by a Unix socket, the shortest way to a server on the same machine; there is no wire then.</param>
    public static async Task<MeasuredPostgres> StartAsync(TimeSpan roundTrip = default, bool standby = false, bool bySocket = false)
    {
        if (bySocket)
        {
            var sockets = Directory.CreateTempSubdirectory("dnc-sockets-").FullName;
            // The server runs as a user of its own.
            using (var chmod = Process.Start("chmod", ["777", sockets])) await chmod.WaitForExitAsync();
            var near = await PostgresServer.StartAsync([.. Settings, ("unix_socket_directories", sockets)]);
            return new(near, null, null, near.Port, sockets);
        }
        var server = await PostgresServer.StartAsync(Settings);
        var replica = standby ? await server.StartSynchronousStandbyAsync() : null;
        if (roundTrip == TimeSpan.Zero) return new(server, replica, null, server.Port);
        var port = FreePort.Take();
        string[] numbers = [.. new[] { port, server.Port, (int)roundTrip.TotalMicroseconds }.Select(n => n.ToString(CultureInfo.InvariantCulture))];
        // A wire does not wait for a processor; who is not root gets an ordinary one.
        var wire = Process.Start("nice", ["-n", "-10", Environment.ProcessPath!, "wire", .. numbers]);
        await UntilItListensAsync(port);
        return new(server, replica, wire, port);
    }

    public Task<PostgresDatabase> CreateDatabaseAsync() => _server.CreateDatabaseAsync();

    /// <summary>For who is measured: by the wire, where there is one.</summary>
    public string ConnectionString(PostgresDatabase database) =>
        new NpgsqlConnectionStringBuilder(database.ConnectionString) { Host = _sockets ?? "127.0.0.1", Port = _port }.ConnectionString;

    /// <summary>As if it had been there for long: counted by the planner, cleaned up, on the disk.</summary>
    public static async Task SettleAsync(PostgresDatabase database)
    {
        await ReadAsync(database, "vacuum (analyze)");
        await ReadAsync(database, "checkpoint");
    }

    /// <summary>
    /// With files for its log to write over, as a server has that did not start today: on a new one whoever commits makes the next 16 MB of zeros first, and
    /// everybody waits for the disk to have them.
    /// </summary>
    public static async Task FillLogAsync(PostgresDatabase database)
    {
        for (var i = 0; i < LogFiles; i++) await ReadAsync(database, "select pg_logical_emit_message(false, 'dnc', 'full'), pg_switch_wal()");
        await ReadAsync(database, "checkpoint");
    }

    /// <summary>
    /// With its memory used before, as that of a server that did not start today: on a new one whoever needs a page waits for the kernel to make 8 KB of zeros
    /// first.
    /// </summary>
    /// <param name="database">An empty one: what others have in memory would make room.</param>
    public static async Task FillMemoryAsync(PostgresDatabase database)
    {
        await ReadAsync(database, "create unlogged table memory (page text); alter table memory alter column page set storage plain");
        await ReadAsync(
            database,
            "insert into memory select repeat('x', 8000) from generate_series(1, (select setting::int from pg_settings where name = 'shared_buffers'))");
        await ReadAsync(database, "drop table memory");
    }

    /// <summary>Counts again, in the database itself, what the answers claimed.</summary>
    public static async Task<long> CountExecutionsAsync(PostgresDatabase database) => await ReadAsync(database, "select count(*) from dnc.execution") ?? 0;

    /// <summary>The same where a grain's row is all there is of an execution: by the leads' ids, which no other grain's key looks like.</summary>
    public static async Task<long> CountKeptLeadsAsync(PostgresDatabase database) =>
        await ReadAsync(database, "select count(*) from dnc.orleansstorage where grainidextensionstring like 'bench-_______'") ?? 0;

    public async ValueTask DisposeAsync()
    {
        if (_wire is not null)
        {
            _wire.Kill();
            await _wire.WaitForExitAsync();
            _wire.Dispose();
        }
        if (_standby is not null) await _standby.DisposeAsync();
        await _server.DisposeAsync();
        if (_sockets is not null) Directory.Delete(_sockets, recursive: true);
    }

    static async Task<long?> ReadAsync(PostgresDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return await command.ExecuteScalarAsync() as long?;
    }

    static async Task UntilItListensAsync(int port)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await ticks.WaitForNextTickAsync())
        {
            try
            {
                using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                // Not yet.
            }
        }
    }
}
