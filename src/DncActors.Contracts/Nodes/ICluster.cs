namespace DncActors.Contracts.Nodes;

/// <summary>All nodes, as they are now.</summary>
public interface ICluster
{
    /// <summary>Asks every node at once. One that does not answer within a second is among them all the same, without what it would have said.</summary>
    Task<ClusterView> DescribeAsync(CancellationToken cancellation);
}
