namespace DncActors.Contracts.Nodes;

/// <summary>Asks all nodes, for gateways.</summary>
[Alias("dnc.IClusterGrain")]
public interface IClusterGrain : IGrainWithIntegerKey
{
    [ResponseTimeout("00:00:03"), Alias("Describe")]
    Task<ClusterView> DescribeAsync();
}
