using DncActors.ClusterTests.Host;
using DncActors.TestServers;
using DncActors.TestServers.Postgres;

namespace DncActors.ClusterTests.Faults;

/// <summary>Three nodes and a PostgreSQL, all of them processes, and every wire between them.</summary>
public sealed class FaultCluster : IAsyncDisposable
{
    const int Nodes = 3;

    readonly List<FaultNode> nodes = [];

    FaultCluster(PostgresServer server, MigratedDatabase database) => (Server, Database) = (server, database);

    public PostgresServer Server { get; }

    public MigratedDatabase Database { get; }

    public IReadOnlyList<FaultNode> All => nodes;

    public FaultNode this[int index] => nodes[index];

    /// <param name="how">How each node is started, by its number, and who it is to the database; the same for all where it is not said.</param>
    public static async Task<FaultCluster> StartAsync(
        HostStart build, FaultLog log, Func<MigratedDatabase, int, Task<(HostStart Build, string ConnectionString)>>? how = null)
    {
        var server = await PostgresServer.StartOnSmallDiskAsync();
        var cluster = new FaultCluster(server, await MigratedDatabase.CreateAsync(server));
        try
        {
            // The first makes the organization and its key; the others find them.
            for (var index = 0; index < Nodes; index++)
            {
                var (start, connectionString) = how is null ? (build, cluster.Database.ConnectionString) : await how(cluster.Database, index);
                cluster.nodes.Add(FaultNode.Start(index, connectionString, start, log, cluster.NameOf));
                log.Say($"{cluster[index].Name} is {cluster[index].Api}");
                if (index == 0) await cluster[0].ReadyAsync();
            }
            foreach (var node in cluster.All) await node.ReadyAsync();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>What one node sends to another: over the connections of either.</summary>
    public void SetBetween(FaultNode from, FaultNode to, WireState state)
    {
        to.Peers.Set(WireWay.There, state, from.Name);
        from.Peers.Set(WireWay.Back, state, to.Name);
    }

    /// <summary>Resets what connects the two.</summary>
    public static void Reset(FaultNode one, FaultNode other)
    {
        one.Peers.Reset(other.Name);
        other.Peers.Reset(one.Name);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes) await node.DisposeAsync();
        await Server.DisposeAsync();
    }

    string NameOf(int port) =>
        ConnectedProcess.NameOf(port, from node in nodes let id = node.ProcessId where id is not null select (node.Name, id.Value));
}
