using DncActors.Client.Cluster;
using DncActors.Contracts.Nodes;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.Cluster;

/// <summary>What nodes are to the others, on the wire.</summary>
static class NodeWords
{
    internal static readonly Words<NodeStatus> Statuses = new(
        (NodeStatus.Active, NodeStatusNames.Active),
        (NodeStatus.Joining, NodeStatusNames.Joining),
        (NodeStatus.Stopping, NodeStatusNames.Stopping),
        (NodeStatus.Silent, NodeStatusNames.Silent));
}
