using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace DncActors.TestServers.Postgres;

/// <summary>
/// A real PostgreSQL as a process of its own, as durable as in production, in a directory that goes with it. Most tests share one and take a database of
/// their own; those that harm the server start another.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>The server's administrator, who needs no password: it listens on the loopback only.</summary>
    const string User = "postgres";

    /// <summary>Generous: a busy machine starts a server in it; a server that ends is noticed at once.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>What differs from the defaults. A zone and a collation that are not the developers' own show what depends on them.</summary>
    static readonly string[] Settings =
    [
        "listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=on", "synchronous_commit=on", "full_page_writes=on", "max_connections=200",
        "timezone=America/New_York", "log_timezone=UTC",
    ];

    static readonly string[] NewCluster =
    [
        "-D", "data", "-U", User, "--auth=trust", "--encoding=UTF8", "--no-sync", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en-US",
    ];

    static readonly Lazy<Task<PostgresServer>> Shared = new(() => StartAsync());

    static int databases;

    readonly string directory;
    readonly PostgresGuard guard;
    readonly PostgresProcesses processes;
    readonly Dictionary<string, string> settings = [];
    ProcessOutput output = new();
    Process? process;

    PostgresServer(string directory)
    {
        this.directory = directory;
        guard = new PostgresGuard(directory);
        processes = new PostgresProcesses(Path.Combine(directory, "data"));
        AppDomain.CurrentDomain.ProcessExit += EndWithTheTests;
    }

    /// <summary>Stays the same over restarts.</summary>
    public int Port { get; private set; }

    /// <summary>What the present process has logged.</summary>
    public string Log => output.ToString();

    public bool IsRunning => process is { HasExited: false };

    /// <summary>What its files are on, where that was asked for and could be had.</summary>
    public SmallDisk? Disk { get; private set; }

    /// <summary>The processor time that all of its processes have used, the ended ones included.</summary>
    public TimeSpan Cpu => processes.Cpu(process!.Id);

    /// <summary>The one that the tests of a process share: it is started by the first that asks and ends with the process.</summary>
    public static Task<PostgresServer> SharedAsync() => Shared.Value;

    /// <summary>A server of a test's own, to be harmed.</summary>
    /// <param name="with">What an administrator would set beside.</param>
    public static Task<PostgresServer> StartAsync(params IEnumerable<(string Setting, string Value)> with) =>
        StartAsync(with, onSmallDisk: false, "initdb", NewCluster);

    /// <summary>A replica of this one, which from then on acknowledges no commit before the replica has it on its disk.</summary>
    public async Task<PostgresServer> StartSynchronousStandbyAsync()
    {
        var standby = await StartAsync(
            settings.Select(s => (s.Key, s.Value)), onSmallDisk: false, "pg_basebackup",
            "-D", "data", "-h", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture), "-U", User,
            "--wal-method=stream", "--checkpoint=fast", "--write-recovery-conf", "--no-sync");
        await ExecuteAsync("alter system set synchronous_standby_names = '*'");
        await ExecuteAsync("select pg_reload_conf()");
        await UntilAsync("had no synchronous standby", async () => await ReadAsync("select count(*) from pg_stat_replication where sync_state = 'sync'") == 1);
        return standby;
    }

    /// <summary>A server of a test's own whose files are on a <see cref="Disk"/> of their own, where the tests may mount one.</summary>
    public static Task<PostgresServer> StartOnSmallDiskAsync() => StartAsync([], onSmallDisk: true, "initdb", NewCluster);

    static async Task<PostgresServer> StartAsync(
        IEnumerable<(string Setting, string Value)> with, bool onSmallDisk, string program, params string[] arguments)
    {
        var server = new PostgresServer(Directory.CreateTempSubdirectory("dnc-postgres-").FullName);
        try
        {
            if (onSmallDisk) server.Disk = await SmallDisk.MountAsync(server.directory);
            foreach (var (setting, value) in with) server.settings[setting] = value;
            await server.InitializeAsync(program, arguments);
            await server.StartAgainAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Few connections and no waiting: a test's hosts bring their own settings.</summary>
    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Username = User,
        Database = database,
        MaxPoolSize = 20,
        Timeout = 15,
    }.ConnectionString;

    /// <param name="template">A database to copy, that nobody is connected to; empty where none is named.</param>
    public async Task<PostgresDatabase> CreateDatabaseAsync(string template = "template0")
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref databases)}");
        await ExecuteAsync($"create database {name} template {template}");
        return new PostgresDatabase(this, name);
    }

    /// <summary>Starts it again with a setting of an administrator's.</summary>
    public async Task SetAsync(string setting, string value)
    {
        await StopImmediatelyAsync();
        settings[setting] = value;
        await StartAgainAsync();
    }

    internal async Task DropDatabaseAsync(string name)
    {
        await using (var connection = new NpgsqlConnection(ConnectionString(name))) NpgsqlConnection.ClearPool(connection);
        if (IsRunning) await ExecuteAsync($"drop database if exists {name} with (force)");
    }

    /// <summary>Starts it on the same data and port, and waits until it takes connections; after a kill it recovers first.</summary>
    public async Task StartAgainAsync()
    {
        if (IsRunning) throw new InvalidOperationException("The server is running.");
        string[] arguments =
        [
            "-D", "data", "-p", Port.ToString(CultureInfo.InvariantCulture),
            .. Settings.Concat(settings.Select(s => $"{s.Key}={s.Value}")).SelectMany(setting => new[] { "-c", setting }),
        ];
        output = new ProcessOutput();
        process = Process.Start(PostgresPrograms.Start("postgres", directory, arguments))!;
        output.Follow(process);
        await UntilAsync("was not ready", CanConnectAsync);
    }

    /// <summary>Waits until it takes connections; one that has ended on its own, or is about to, is started again.</summary>
    public async Task ReviveAsync()
    {
        var since = Stopwatch.GetTimestamp();
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (IsRunning && !await CanConnectAsync() && Stopwatch.GetElapsedTime(since) < Patience) await ticks.WaitForNextTickAsync();
        if (IsRunning) return;
        await EndedAsync(() => processes.SignalAsync("KILL", CancellationToken.None));
        await StartAgainAsync();
    }

    /// <summary><c>pg_ctl stop -m immediate</c>: transactions under way are lost, connections break, the next start recovers.</summary>
    public async Task StopImmediatelyAsync()
    {
        await SignalAsync("QUIT");
        await EndedAsync();
    }

    /// <summary><c>kill -9</c> to all of it, in the middle of whatever it does.</summary>
    public async Task KillAsync()
    {
        process?.Kill();
        await EndedAsync(() => processes.SignalAsync("KILL", CancellationToken.None));
    }

    /// <summary>Stops all of it where it stands (SIGSTOP): connections stay open, and nothing is answered.</summary>
    public async Task PauseAsync()
    {
        await SignalAsync("STOP");
        await processes.SignalAsync("STOP", CancellationToken.None);
    }

    /// <summary>Lets a paused one go on.</summary>
    public Task ResumeAsync() => processes.SignalAsync("CONT", CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= EndWithTheTests;
        guard.Dispose();
        if (process is null) return;
        await process.WaitForExitAsync();
        process.Dispose();
    }

    async Task InitializeAsync(string program, string[] arguments)
    {
        if (PostgresPrograms.Owner() is { } owner)
        {
            using var chown = Process.Start("chown", [$"{owner.User}:{owner.Group}", directory]);
            await chown.WaitForExitAsync();
        }
        Port = FreePort.Take();
        using var making = Process.Start(PostgresPrograms.Start(program, directory, arguments))!;
        output.Follow(making);
        await making.WaitForExitAsync();
        if (making.ExitCode != 0) throw new InvalidOperationException($"{program} ended with exit code {making.ExitCode}:\n{Log}");
    }

    async Task ExecuteAsync(string sql) => await ReadAsync(sql);

    /// <summary>The number that it answers, or null.</summary>
    async Task<long?> ReadAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString("postgres")) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = (int)Patience.TotalSeconds };
        return await command.ExecuteScalarAsync() as long?;
    }

    async Task<bool> CanConnectAsync()
    {
        try
        {
            await ExecuteAsync("select 1");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process!.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits until nothing of it runs: what outlives the server would keep the next one from starting.</summary>
    async Task EndedAsync(Func<Task>? again = null)
    {
        using var patience = new CancellationTokenSource(Patience);
        await process!.WaitForExitAsync(patience.Token);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (processes.Any())
        {
            if (again is not null) await again();
            await ticks.WaitForNextTickAsync(patience.Token);
        }
    }

    async Task UntilAsync(string otherwise, Func<Task<bool>> isSo)
    {
        var since = Stopwatch.GetTimestamp();
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await isSo())
        {
            if (!IsRunning) throw new InvalidOperationException($"PostgreSQL {otherwise} before it ended:\n{Log}");
            if (Stopwatch.GetElapsedTime(since) > Patience) throw new TimeoutException($"PostgreSQL {otherwise} within {Patience}:\n{Log}");
            await ticks.WaitForNextTickAsync();
        }
    }

    void EndWithTheTests(object? sender, EventArgs e) => guard.Dispose();
}
