using DncActors.Contracts.Nodes;
using Orleans.Concurrency;

namespace DncActors.Grains.Nodes;

/// <summary>Asks all nodes, for gateways.</summary>
[StatelessWorker, Reentrant]
sealed class ClusterGrain(ICluster cluster) : Grain, IClusterGrain
{
    public Task<ClusterView> DescribeAsync() => cluster.DescribeAsync(CancellationToken.None);
}
