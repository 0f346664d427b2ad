using DncActors.Contracts.Nodes;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace DncActors.Grains.Nodes;

/// <summary>Speaks for this node to those who describe the cluster.</summary>
[Reentrant]
sealed class NodeReporter(GrainId id, Silo silo, ILoggerFactory logs, NodeSelf self) : GrainService(id, silo, logs), INodeReporter
{
    public Task<NodeReport> ReportAsync() => Task.FromResult(self.Describe());
}
