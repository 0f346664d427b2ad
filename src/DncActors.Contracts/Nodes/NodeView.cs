namespace DncActors.Contracts.Nodes;

/// <summary>A node, as the others know it and as it tells of itself.</summary>
/// <param name="Name">Its silo's name.</param>
/// <param name="Address">Its silo's address: IP, port and generation.</param>
/// <param name="Report">Null for one that did not answer.</param>
[GenerateSerializer, Immutable, Alias("dnc.NodeView")]
public sealed record NodeView(string Name, string Address, NodeStatus Status, NodeReport? Report);
