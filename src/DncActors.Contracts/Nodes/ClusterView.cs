using System.Collections.Immutable;

namespace DncActors.Contracts.Nodes;

/// <summary>All nodes at one moment.</summary>
/// <param name="Head">The last sequence of the log; null where the store did not say in time.</param>
[GenerateSerializer, Immutable, Alias("dnc.ClusterView")]
public sealed record ClusterView(long? Head, ImmutableArray<NodeView> Nodes);
