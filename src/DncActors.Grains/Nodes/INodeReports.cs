using DncActors.Contracts.Nodes;

namespace DncActors.Grains.Nodes;

/// <summary>The way to ask another node.</summary>
interface INodeReports
{
    Task<NodeReport> AskAsync(SiloAddress silo);
}
