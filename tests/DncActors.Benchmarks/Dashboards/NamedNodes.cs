using DncActors.Benchmarks.Load;

namespace DncActors.Benchmarks.Dashboards;

/// <summary>Nodes whose metrics tell organizations apart.</summary>
sealed class NamedNodes : IAsyncDisposable
{
    readonly List<ServerProcess> _all = [];

    public IReadOnlyList<ServerProcess> All => _all;

    public static async Task<NamedNodes> StartAsync(string connectionString, int count)
    {
        var nodes = new NamedNodes();
        for (var i = 0; i < count; i++)
            nodes._all.Add(await ServerProcess.StartNodeAsync(connectionString, ("Dnc__Telemetry__OrganizationLabels", "10")));
        return nodes;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _all) await node.DisposeAsync();
    }
}
