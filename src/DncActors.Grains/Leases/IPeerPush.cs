using DncActors.Contracts.Nodes;
using DncActors.Domain.Ledger;

namespace DncActors.Grains.Leases;

/// <summary>Reaches another node of the cluster, and no other than that one.</summary>
interface IPeerPush
{
    /// <summary>The node's answer; null where another process answers at that address. Throws whatever the network does.</summary>
    Task<PushAnswer?> PushAsync(string node, string address, long epoch, CommittedBatch batch);
}
