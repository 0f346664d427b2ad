using DncActors.Contracts.Nodes;
using Orleans.Runtime.Services;

namespace DncActors.Grains.Nodes;

/// <summary>Asks by Orleans' own connections.</summary>
sealed class OrleansNodeReports(IServiceProvider services) : GrainServiceClient<INodeReporter>(services), INodeReports
{
    public Task<NodeReport> AskAsync(SiloAddress silo) => GetGrainService(silo).ReportAsync();
}
