using DncActors.Contracts.Nodes;
using DncActors.Domain.Ledger;

namespace DncActors.Gateway.Requests;

/// <summary>What answers that were read from the store wait for: nothing may tell of a block before every node that answers checks knows it.</summary>
sealed class ReadAcknowledgement(IChangeLog log, IAcknowledgement nodes)
{
    /// <summary>To be called behind the reading: the head is then at or behind everything that was read.</summary>
    internal async ValueTask EverythingReadAsync(CancellationToken cancellation) => await nodes.UpToAsync(await log.ReadHeadAsync(cancellation), cancellation);
}
