using System.Diagnostics;
using System.Net;
using DncActors.ClusterTests.Crash;
using DncActors.ClusterTests.Faults;
using DncActors.ClusterTests.Host;
using DncActors.TestServers.Postgres;
using DncActors.TestServers.Prometheus;
using Npgsql;

namespace DncActors.ClusterTests.Alerts;

/// <summary>
/// Three nodes that share a PostgreSQL, a little load on each, and a Prometheus that judges them by the alerts of this tree. The second node's data directory
/// is on a small disk of its own; the third takes itself to have one processor, and is to the database somebody whose rights can be taken away.
/// </summary>
public sealed class AlertWorld : IAsyncDisposable
{
    /// <summary>Who the third node is to the database.</summary>
    public const string ThirdRole = "third_node";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(150);

    readonly string directory;

    AlertWorld(string directory, SmallDisk? disk, FaultCluster cluster, PrometheusServer prometheus, AlertLoad load) =>
        (this.directory, Disk, Cluster, Prometheus, Load) = (directory, disk, cluster, prometheus, load);

    public FaultCluster Cluster { get; }

    public FaultNode First => Cluster[0];

    public FaultNode Second => Cluster[1];

    public FaultNode Third => Cluster[2];

    public PrometheusServer Prometheus { get; }

    public AlertLoad Load { get; }

    /// <summary>What the second node's data directory is on; null where the tests may not mount one.</summary>
    public SmallDisk? Disk { get; }

    public static async Task<AlertWorld> StartAsync(FaultLog log)
    {
        var build = new HostStart { HostDll = await MutantHost.BuildAsync() }.With("Dnc__DrainSeconds", "1");
        var directory = Directory.CreateTempSubdirectory("dnc-small-").FullName;
        var disk = await SmallDisk.MountAsync(directory, "64m");
        try
        {
            var cluster = await FaultCluster.StartAsync(build, log, async (database, index) => index switch
            {
                1 => (build with { DataDirectory = directory }, database.ConnectionString),
                2 => (build.With("DOTNET_PROCESSOR_COUNT", "1"), await WithRoleAsync(database)),
                _ => (build, database.ConnectionString),
            });
            var rules = await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "deploy/prometheus/rules.yml"), TestContext.Current.CancellationToken);
            var prometheus = await PrometheusServer.StartAsync(cluster.All.Select(node => (node.Name.Replace(' ', '-'), node.Address)), rules);
            log.Say($"Prometheus is {prometheus.Address}");
            return new(directory, disk, cluster, prometheus, await AlertLoad.StartAsync([.. cluster.All.Select(node => node.Api)]));
        }
        catch
        {
            if (disk is not null) await disk.UnmountAsync();
            throw;
        }
    }

    /// <summary>As an administrator of the database may.</summary>
    public Task ExecuteAsync(string sql) => Cluster.Database.ExecuteAsync(sql);

    /// <summary>Until every node may answer.</summary>
    public async Task ReadyAsync()
    {
        var since = Stopwatch.GetTimestamp();
        foreach (var node in Cluster.All)
        {
            while (await WhyNotAsync(node) is { } why)
            {
                var elapsed = Stopwatch.GetElapsedTime(since);
                Assert.True(elapsed < Patience, $"{node.Name} is not ready {elapsed} after all was healed: {why}\n{node.LastWords}");
                await Passing.TimeAsync(TimeSpan.FromMilliseconds(250));
            }
        }
    }

    /// <summary>Fills the second node's disk with what is not ours.</summary>
    /// <param name="free">The part of it that is left.</param>
    public async Task FillDiskAsync(double free)
    {
        var drive = new DriveInfo(directory);
        var left = drive.AvailableFreeSpace - (long)(free * drive.TotalSize);
        await using var file = new FileStream(NotOurs, FileMode.Append);
        var bytes = new byte[64 * 1024];
        for (; left > 0; left -= bytes.Length) await file.WriteAsync(bytes);
    }

    public void EmptyDisk() => File.Delete(NotOurs);

    public async ValueTask DisposeAsync()
    {
        await Load.DisposeAsync();
        await Prometheus.DisposeAsync();
        await Cluster.DisposeAsync();
        if (Disk is not null) await Disk.UnmountAsync();
        Directory.Delete(directory, recursive: true);
    }

    string NotOurs => Path.Combine(directory, "not-ours");

    static async Task<string> WithRoleAsync(MigratedDatabase database)
    {
        var connection = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        await database.ExecuteAsync(
            $"""
            create role {ThirdRole} login;
            grant create on database {connection.Database} to {ThirdRole};
            grant all on schema dnc to {ThirdRole};
            grant all on all tables in schema dnc to {ThirdRole};
            grant all on all sequences in schema dnc to {ThirdRole};
            grant all on all functions in schema dnc to {ThirdRole};
            """);
        connection.Username = ThirdRole;
        return connection.ConnectionString;
    }

    static async Task<string?> WhyNotAsync(FaultNode node)
    {
        try
        {
            var ready = await node.Api.GetAsync("/readyz");
            return ready.Status == HttpStatusCode.OK ? null : ready.Text;
        }
        catch (Exception fault) when (FaultLoad.IsOfConnection(fault))
        {
            return fault.Message;
        }
    }
}
