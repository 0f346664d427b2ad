using System.Collections.Immutable;
using System.Diagnostics;
using DncActors.Contracts.Nodes;
using DncActors.Grains.ContactChecks.Index;
using DncActors.Grains.Following;
using DncActors.Grains.UserGroups;
using Microsoft.Extensions.Options;
using Orleans.Statistics;

namespace DncActors.Grains.Nodes;

/// <summary>What this node says of itself; all of it is in memory.</summary>
sealed class NodeSelf(
    IOptions<NodeOptions> options,
    IEnumerable<INodeReadiness> parts,
    INodeLease lease,
    Follower follower,
    ContactIndex index,
    GrainActivations activations,
    GrainRequests requests,
    GroupInstruments groups,
    AnsweredHere answered,
    IEnvironmentStatisticsProvider machine)
{
    static readonly DateTimeOffset _startedAt = StartOfProcess();

    public NodeReport Describe()
    {
        var (points, bytes) = index.Size;
        var statistics = machine.GetEnvironmentStatistics();
        return new NodeReport(
            options.Value.Role,
            options.Value.Version,
            _startedAt,
            parts.Select(part => part.WhyNot).FirstOrDefault(why => why is not null),
            lease.Describe(),
            follower.Applied,
            new IndexView(points, bytes, follower.LoadedAt, follower.LoadedIn),
            GrainTypes(activations.Read(), requests.Read()),
            new MachineView(
                Math.Round(statistics.FilteredCpuUsagePercentage, 1), statistics.FilteredMemoryUsageBytes, statistics.FilteredAvailableMemoryBytes),
            groups.View,
            answered.View);
    }

    /// <summary>The busiest first.</summary>
    internal static ImmutableArray<GrainTypeView> GrainTypes(
        Dictionary<string, int> activations, Dictionary<string, (long Total, double PerSecond)> requests) =>
    [
        .. activations.Keys.Union(requests.Keys, StringComparer.Ordinal)
            .Select(type => (Type: type, Asked: requests.GetValueOrDefault(type)))
            .Select(t => new GrainTypeView(t.Type, activations.GetValueOrDefault(t.Type), t.Asked.Total, Math.Round(t.Asked.PerSecond, 1)))
            .OrderByDescending(t => t.RequestsPerSecond).ThenByDescending(t => t.Requests).ThenBy(t => t.Name, StringComparer.Ordinal),
    ];

    static DateTimeOffset StartOfProcess()
    {
        using var process = Process.GetCurrentProcess();
        return process.StartTime.ToUniversalTime();
    }
}
