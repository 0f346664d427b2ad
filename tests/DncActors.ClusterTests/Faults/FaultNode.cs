using System.Globalization;
using DncActors.ClusterTests.Host;
using DncActors.ClusterTests.Http;
using DncActors.TestServers;
using Npgsql;

namespace DncActors.ClusterTests.Faults;

/// <summary>
/// A node of the cluster as a process, with wires of its own to the database and from the other nodes, and a wall clock of its own. Whatever ends it, it is
/// started again, as an orchestrator does, unless it is to be dead for a while.
/// </summary>
public sealed class FaultNode : IAsyncDisposable
{
    const string Key = "dnc_fault_run_0123456789abcdef";
    static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    readonly HostProcess host;
    readonly FaultLog log;
    readonly string clock;
    readonly CancellationTokenSource ending = new();
    Task watching = Task.CompletedTask;
    volatile bool wanted;
    volatile bool killed;

    FaultNode(int index, string connectionString, HostStart build, FaultLog log, Func<int, string> whoConnects)
    {
        (Index, Name, this.log) = (index, $"node {index + 1}", log);
        var siloPort = FreePort.Take();
        Peers = new TcpRelay(siloPort, whoConnects);
        var database = new NpgsqlConnectionStringBuilder(connectionString);
        Database = new TcpRelay(database.Port);
        database.Port = Database.Port;
        clock = Path.Combine(log.Directory, $"clock-{index + 1}");
        SetClock(TimeSpan.Zero);
        host = HostProcess.Prepare((build with { BootstrapKey = Key })
            .With("Dnc__Storage", "postgres")
            .With("Dnc__ConnectionString", database.ConnectionString)
            .With("Dnc__AdvertisedAddress", "127.0.0.1")
            .With("Dnc__SiloPort", siloPort.ToString(CultureInfo.InvariantCulture))
            .With("Dnc__AdvertisedSiloPort", Peers.Port.ToString(CultureInfo.InvariantCulture))
            .With("Dnc__GatewayPort", FreePort.Take().ToString(CultureInfo.InvariantCulture))
            .With("DNC_CLOCK_FILE", clock));
        Api = new Api(host.Address, Key, TimeSpan.FromSeconds(15));
    }

    public int Index { get; }

    public string Name { get; }

    /// <summary>The way that the other nodes reach this one.</summary>
    public TcpRelay Peers { get; }

    /// <summary>The way that this one reaches the database.</summary>
    public TcpRelay Database { get; }

    /// <summary>The way that clients reach it, which is never cut.</summary>
    public Api Api { get; }

    public Uri Address => host.Address;

    public int? ProcessId => host.IsRunning ? host.Id : null;

    /// <summary>How often it ended without being killed.</summary>
    public int Ends { get; private set; }

    /// <summary>The end of what it printed.</summary>
    public string LastWords
    {
        get
        {
            // Once: a node that is started anew meanwhile has said nothing yet.
            var output = host.Output;
            return output.Length > 6_000 ? output[^6_000..] : output;
        }
    }

    public static FaultNode Start(int index, string connectionString, HostStart build, FaultLog log, Func<int, string> whoConnects)
    {
        var node = new FaultNode(index, connectionString, build, log, whoConnects);
        node.Revive();
        node.watching = node.WatchAsync();
        return node;
    }

    /// <summary>Waits until it is ready for the first time.</summary>
    public Task ReadyAsync() => host.ReadyAsync();

    public async Task KillAsync()
    {
        (wanted, killed) = (false, true);
        await host.KillAsync();
    }

    public void Revive() => wanted = true;

    public async Task SignalAsync(string signal)
    {
        if (host.IsRunning) await host.SignalAsync(signal);
    }

    public void SetClock(TimeSpan wrongBy) => File.WriteAllText(clock, wrongBy.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture));

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await watching;
        Keep();
        await host.DisposeAsync();
        Api.Dispose();
        await Peers.DisposeAsync();
        await Database.DisposeAsync();
        ending.Dispose();
    }

    async Task WatchAsync()
    {
        using var ticks = new PeriodicTimer(LookEvery);
        var launched = false;
        try
        {
            do
            {
                if (host.IsRunning) continue;
                if (launched)
                {
                    if (!killed) Ends++;
                    log.Say($"{Name} {(killed ? "was killed" : $"ended by itself, with code {await host.ExitAsync()}")}");
                    Keep();
                }
                (launched, killed) = (wanted, false);
                if (wanted) host.Launch();
            }
            while (await ticks.WaitForNextTickAsync(ending.Token));
        }
        catch (OperationCanceledException)
        {
        }
    }

    void Keep() => File.AppendAllText(Path.Combine(log.Directory, $"node-{Index + 1}.log"), host.Output + "---\n");
}
