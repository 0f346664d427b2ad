using DncActors.Contracts.Nodes;

namespace DncActors.UnitTests.Gateway;

/// <summary>Two nodes: one that tells of itself, and one that is silent.</summary>
public sealed class StandInCluster : ICluster
{
    public static NodeReport Report { get; } = new(
        "node",
        "1.2.3",
        DateTimeOffset.UnixEpoch,
        null,
        new LeaseView(true, TimeSpan.FromSeconds(2.5), 7),
        40,
        new IndexView(1_000, 24_000, DateTimeOffset.UnixEpoch.AddSeconds(5), TimeSpan.FromMilliseconds(1_500)),
        [new("lead", 30, 500, 12.5), new("workflow", 2, 9, 0)],
        new MachineView(12.5, 1 << 20, 1 << 30),
        new UserGroupsView(4, 1, 3),
        new AnsweredView(new(new(Unsure: 2, Blocked: 30, Allowed: 400, Invalid: 5), 60), new(new(Unsure: 0, Blocked: 3, Allowed: 41, Invalid: 0), 7), 10));

    public ClusterView View { get; set; } = new(
        42, [new("a", "127.0.0.1:1@1", NodeStatus.Active, Report), new("b", "127.0.0.1:2@1", NodeStatus.Silent, null)]);

    public Task<ClusterView> DescribeAsync(CancellationToken cancellation) => Task.FromResult(View);
}
