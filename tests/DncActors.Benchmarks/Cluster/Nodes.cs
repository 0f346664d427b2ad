using DncActors.Benchmarks.Load;

namespace DncActors.Benchmarks.Cluster;

/// <summary>The nodes of one cluster, on one database.</summary>
sealed class Nodes : IAsyncDisposable
{
    readonly string _connectionString;
    readonly List<ServerProcess> _all = [];

    Nodes(string connectionString) => _connectionString = connectionString;

    public IReadOnlyList<ServerProcess> All => _all;

    public static async Task<Nodes> StartAsync(string connectionString, int count)
    {
        var nodes = new Nodes(connectionString);
        for (var i = 0; i < count; i++) await nodes.AddAsync();
        return nodes;
    }

    public async Task<ServerProcess> AddAsync()
    {
        _all.Add(await ServerProcess.StartNodeAsync(_connectionString));
        return _all[^1];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _all) await node.DisposeAsync();
    }
}
