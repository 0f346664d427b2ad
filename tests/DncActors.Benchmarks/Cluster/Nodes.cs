using DncActors.Benchmarks.Load;

namespace DncActors.Benchmarks.Cluster;

/// <summary>The nodes of one cluster, on one database.</summary>
sealed class Nodes : IAsyncDisposable
{
    readonly string _connectionString;
    readonly IReadOnlyList<(string Name, string Value)> _settings;
    readonly List<ServerProcess> _all = [];

    Nodes(string connectionString, IReadOnlyList<(string Name, string Value)> settings)
    {
        _connectionString = connectionString;
        _settings = settings;
    }

    public IReadOnlyList<ServerProcess> All => _all;

    public static async Task<Nodes> StartAsync(string connectionString, int count, params IReadOnlyList<(string Name, string Value)> settings)
    {
        var nodes = new Nodes(connectionString, settings);
        for (var i = 0; i < count; i++) await nodes.AddAsync();
        return nodes;
    }

    public async Task<ServerProcess> AddAsync()
    {
        _all.Add(await ServerProcess.StartNodeAsync(_connectionString, _settings));
        return _all[^1];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _all) await node.DisposeAsync();
    }
}
