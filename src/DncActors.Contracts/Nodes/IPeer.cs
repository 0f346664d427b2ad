using DncActors.Domain.Ledger;
using Orleans.Services;

namespace DncActors.Contracts.Nodes;

/// <summary>A node as another one speaks to it: one on each silo, reached by the silo's address.</summary>
[Alias("dnc.IPeer")]
public interface IPeer : IGrainService
{
    /// <summary>Hands over what was committed elsewhere, or asks with an empty batch how far the node is. Null: that process runs here no more.</summary>
    /// <param name="node">The process that the push is meant for: an address may have gone to another one.</param>
    [Alias("Push")]
    Task<PushAnswer?> PushAsync(string node, long epoch, CommittedBatch batch);
}
