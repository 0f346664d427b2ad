using DncActors.Contracts.Nodes;
using DncActors.Domain.Ledger;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace DncActors.Grains.Leases;

/// <summary>Takes pushes on this silo. Reentrant: one that waits until the follower has caught up holds up no other.</summary>
[Reentrant]
sealed class Peer(GrainId id, Silo silo, ILoggerFactory logs, LeaseKeeper keeper) : GrainService(id, silo, logs), IPeer
{
    public Task<PushAnswer?> PushAsync(string node, long epoch, CommittedBatch batch) => keeper.AnswerAsync(node, epoch, batch);
}
