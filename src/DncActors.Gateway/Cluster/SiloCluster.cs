using DncActors.Contracts.Nodes;
using DncActors.Gateway.Silos;

namespace DncActors.Gateway.Cluster;

/// <summary>Has a silo ask all of them.</summary>
sealed class SiloCluster(SiloCalls silos) : ICluster
{
    /// <summary>What a silo takes that waits for a silent one, and some.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1_300);

    public Task<ClusterView> DescribeAsync(CancellationToken cancellation) =>
        silos.AskAsync(() => silos.Any<IClusterGrain>().DescribeAsync(), static _ => true, Patience, cancellation);
}
