using DncActors.Client.Cluster;
using DncActors.Contracts.Nodes;

namespace DncActors.Gateway.Cluster;

/// <summary>The nodes as they are told.</summary>
static class ClusterMapping
{
    internal static ClusterModel ToModel(ClusterView cluster)
    {
        var nodes = cluster.Nodes.Select(node => ToModel(node, cluster.Head)).ToList();
        return new ClusterModel
        {
            Head = cluster.Head,
            Nodes = nodes,
            Activations = nodes.Sum(node => node.Activations ?? 0),
            GrainTypes = Together(nodes.SelectMany(node => node.GrainTypes)),
            Answered = AnsweredMapping.ToModel(cluster.Nodes.Select(node => node.Report?.Answered)),
        };
    }

    static NodeModel ToModel(NodeView node, long? head)
    {
        var (report, types) = (node.Report, TypesOf(node.Report));
        return new NodeModel
        {
            Name = node.Name,
            Address = node.Address,
            Status = NodeWords.Statuses.Of(node.Status),
            Ready = report is { WhyNot: null },
            WhyNotReady = report is null ? "It has not said." : report.WhyNot,
            Role = report?.Role,
            Version = report?.Version,
            StartedAt = report?.StartedAt,
            Lease = report is null ? null : ToModel(report.Lease),
            Applied = report?.Applied,
            // The head was read beside it, and may be the older of the two.
            Behind = report is null || head is null ? null : Math.Max(0, head.Value - report.Applied),
            Index = report is null ? null : ToModel(report.Index),
            Activations = report is null ? null : types.Sum(type => type.Activations),
            GrainTypes = types,
            Machine = report is null ? null : ToModel(report.Machine),
            UserGroups = report is null ? null : ToModel(report.UserGroups),
            Answered = report?.Answered is { } answered ? AnsweredMapping.ToModel([answered]) : null,
        };
    }

    static List<GrainTypeModel> TypesOf(NodeReport? report) =>
    [
        .. (report?.GrainTypes ?? []).Select(type => new GrainTypeModel
        {
            Name = type.Name,
            Activations = type.Activations,
            Requests = type.Requests,
            RequestsPerSecond = type.RequestsPerSecond,
        }),
    ];

    static List<GrainTypeModel> Together(IEnumerable<GrainTypeModel> types) =>
    [
        .. types.GroupBy(type => type.Name, StringComparer.Ordinal)
            .Select(same => new GrainTypeModel
            {
                Name = same.Key,
                Activations = same.Sum(type => type.Activations),
                Requests = same.Sum(type => type.Requests),
                RequestsPerSecond = Math.Round(same.Sum(type => type.RequestsPerSecond), 1),
            })
            .OrderByDescending(type => type.RequestsPerSecond).ThenByDescending(type => type.Requests).ThenBy(type => type.Name, StringComparer.Ordinal),
    ];

    static NodeLeaseModel ToModel(LeaseView lease) =>
        new() { Valid = lease.Holds, LeftMilliseconds = (long?)lease.Left?.TotalMilliseconds, Epoch = lease.Epoch };

    static NodeIndexModel ToModel(IndexView index) => new()
    {
        ContactPoints = index.ContactPoints,
        Bytes = index.Bytes,
        LoadedAt = index.LoadedAt,
        LoadMilliseconds = (long?)index.LoadedIn?.TotalMilliseconds,
    };

    static NodeMachineModel ToModel(MachineView machine) =>
        new() { CpuPercent = machine.CpuPercent, MemoryBytes = machine.MemoryBytes, AvailableBytes = machine.AvailableBytes };

    static NodeUserGroupsModel ToModel(UserGroupsView groups) =>
        new() { Active = groups.Active, Behind = groups.Behind, MostBehind = groups.MostBehind };
}
