using DncActors.Contracts.Nodes;

namespace DncActors.Grains.Following;

/// <summary>Whether this node may answer "allowed", and what time it is for entries that expire.</summary>
interface INodeLease
{
    /// <summary>To be asked after the request came and before anything is looked up for it.</summary>
    LeaseTest Test();

    /// <summary>The same, for people.</summary>
    LeaseView Describe();
}
