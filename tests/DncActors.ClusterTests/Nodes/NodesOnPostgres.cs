using System.Collections.Immutable;
using DncActors.ClusterTests.Host;
using DncActors.ClusterTests.Http;
using DncActors.TestServers;
using DncActors.TestServers.Postgres;

namespace DncActors.ClusterTests.Nodes;

/// <summary>Real nodes that share a database, each with its own administrator's client.</summary>
public sealed class NodesOnPostgres : IAsyncDisposable
{
    public const string Key = "nodes-administrator-key-0123456789";

    readonly PostgresDatabase _database;

    NodesOnPostgres(PostgresDatabase database, ImmutableArray<HostProcess> hosts)
    {
        _database = database;
        Hosts = hosts;
        Apis = [.. hosts.Select(host => new Api(host.Address, Key))];
    }

    public ImmutableArray<HostProcess> Hosts { get; }

    public string ConnectionString => _database.ConnectionString;

    /// <summary>By the number of the node, the administrator's client.</summary>
    public ImmutableArray<Api> Apis { get; }

    /// <summary>How a node is started on a database.</summary>
    public static HostStart On(string connectionString) => new HostStart { BootstrapKey = Key }
        .With("Dnc__Storage", "postgres")
        .With("Dnc__ConnectionString", connectionString)
        .With("Dnc__AdvertisedAddress", "127.0.0.1")
        .With("Dnc__GatewayPort", FreePort.Take().ToString(System.Globalization.CultureInfo.InvariantCulture))
        .With("Dnc__DrainSeconds", "1");

    /// <summary>Starts them all at once on an empty database: one migrates and makes the organization, the others wait for it.</summary>
    /// <param name="server">Null for the one that the tests share, which must not be harmed.</param>
    /// <param name="with">What each of them is told beside.</param>
    public static async Task<NodesOnPostgres> StartAsync(int count, PostgresServer? server = null, Func<HostStart, HostStart>? with = null)
    {
        var database = await (server ?? await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        ImmutableArray<HostProcess> hosts = [.. Enumerable.Range(0, count).Select(_ => HostProcess.Prepare(Start(database.ConnectionString)))];
        var nodes = new NodesOnPostgres(database, hosts);
        try
        {
            foreach (var host in hosts) host.Launch();
            foreach (var host in hosts) await host.ReadyAsync();
            return nodes;
        }
        catch
        {
            await nodes.DisposeAsync();
            throw;
        }

        HostStart Start(string connectionString) => with is null ? On(connectionString) : with(On(connectionString));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var api in Apis) api.Dispose();
        foreach (var host in Hosts) await host.DisposeAsync();
        await _database.DisposeAsync();
    }
}
