using System.Collections.Immutable;
using DncActors.Contracts.Nodes;
using DncActors.Domain.Ledger;

namespace DncActors.Grains.Nodes;

/// <summary>Asks all silos that Orleans knows, at once, each for less than a second.</summary>
sealed class ClusterNodes(
    IClusterMembershipService membership, ILocalSiloDetails local, NodeSelf self, INodeReports others, IChangeLog log, TimeProvider time) : ICluster
{
    /// <summary>So much less than a second that with all else the answer is there within one.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(800);

    public async Task<ClusterView> DescribeAsync(CancellationToken cancellation)
    {
        var head = ReadHeadAsync(cancellation);
        var nodes = membership.CurrentSnapshot.Members.Values.Where(IsThere)
            .OrderBy(member => member.Name, StringComparer.Ordinal).ThenBy(member => member.SiloAddress)
            .Select(member => AskAsync(member, cancellation));
        return new ClusterView(await head, (await Task.WhenAll(nodes)).ToImmutableArray());
    }

    async Task<NodeView> AskAsync(ClusterMember member, CancellationToken cancellation)
    {
        var report = member.SiloAddress.Equals(local.SiloAddress) ? self.Describe()
            : member.Status is SiloStatus.Created or SiloStatus.Joining ? null
            : await InTimeAsync(() => others.AskAsync(member.SiloAddress), cancellation);
        return new NodeView(member.Name, member.SiloAddress.ToParsableString(), StatusOf(member.Status, report is not null), report);
    }

    Task<long?> ReadHeadAsync(CancellationToken cancellation) => InTimeAsync<long?>(async () => await log.ReadHeadAsync(cancellation), cancellation);

    /// <summary>Null where there was no answer: who looks at a cluster that is not well must see the rest of it.</summary>
    async Task<T?> InTimeAsync<T>(Func<Task<T>> ask, CancellationToken cancellation)
    {
        try
        {
            return await ask().WaitAsync(Patience, time, cancellation);
        }
#pragma warning disable CA1031 // Whatever it was, it is one silence among the answers.
        catch (Exception) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return default;
        }
    }

    static bool IsThere(ClusterMember member) => member.Status is not (SiloStatus.None or SiloStatus.Dead);

    internal static NodeStatus StatusOf(SiloStatus status, bool hasAnswered) => status switch
    {
        SiloStatus.Created or SiloStatus.Joining => NodeStatus.Joining,
        SiloStatus.ShuttingDown or SiloStatus.Stopping => NodeStatus.Stopping,
        _ => hasAnswered ? NodeStatus.Active : NodeStatus.Silent,
    };
}
