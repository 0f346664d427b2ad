using Orleans.Services;

namespace DncActors.Contracts.Nodes;

/// <summary>A node as one that describes the cluster asks it: one on each silo, reached by the silo's address.</summary>
[Alias("dnc.INodeReporter")]
public interface INodeReporter : IGrainService
{
    [ResponseTimeout("00:00:02"), Alias("Report")]
    Task<NodeReport> ReportAsync();
}
