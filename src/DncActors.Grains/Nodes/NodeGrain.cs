using DncActors.Contracts.Nodes;
using Orleans.Concurrency;

namespace DncActors.Grains.Nodes;

/// <summary>Speaks for this node to gateways.</summary>
[StatelessWorker, Reentrant]
sealed class NodeGrain(IEnumerable<INodeReadiness> parts, IAcknowledgement nodes) : Grain, INodeGrain
{
    public Task<string?> WhyNotAsync() => Task.FromResult(parts.Select(part => part.WhyNot).FirstOrDefault(why => why is not null));

    public Task AcknowledgeAsync(long sequence) => nodes.UpToAsync(sequence, CancellationToken.None).AsTask();
}
