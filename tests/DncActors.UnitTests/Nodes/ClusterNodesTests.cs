using System.Collections.Immutable;
using DncActors.Contracts.Nodes;
using DncActors.Grains.Nodes;
using DncActors.UnitTests.Gateway;
using Microsoft.Extensions.Time.Testing;

namespace DncActors.UnitTests.Nodes;

public sealed class ClusterNodesTests
{
    readonly FakeTimeProvider _time = new();
    readonly StandInRecord _log = new() { Head = 42 };

    [Fact]
    public async Task All_are_asked_at_once_and_one_that_does_not_answer_is_silent_and_delays_nobody_for_long()
    {
        var asked = new List<SiloAddress>();
        var cluster = Cluster(
            [Member(1, SiloStatus.Active), Member(2, SiloStatus.Active), Member(3, SiloStatus.Active)],
            silo =>
            {
                asked.Add(silo);
                return silo.Equals(Address(2)) ? new TaskCompletionSource<NodeReport>().Task : Task.FromResult(StandInCluster.Report);
            });

        var describing = cluster.DescribeAsync(TestContext.Current.CancellationToken);
        Assert.Equal(3, asked.Count);
        Assert.False(describing.IsCompleted);
        _time.Advance(ClusterNodes.Patience);
        var view = await describing;

        Assert.Equal(42, view.Head);
        Assert.Equal([NodeStatus.Active, NodeStatus.Silent, NodeStatus.Active], view.Nodes.Select(node => node.Status));
        Assert.Equal([true, false, true], view.Nodes.Select(node => node.Report is not null));
    }

    [Fact]
    public async Task One_that_fails_is_silent_and_a_store_that_fails_leaves_the_head_unknown()
    {
        var cluster = Cluster([Member(1, SiloStatus.Active)], _ => throw new InvalidOperationException("gone"), new DownLog());

        var view = await cluster.DescribeAsync(TestContext.Current.CancellationToken);

        Assert.Null(view.Head);
        Assert.Equal(NodeStatus.Silent, Assert.Single(view.Nodes).Status);
    }

    [Fact]
    public async Task Those_that_come_and_go_are_listed_and_the_dead_are_not()
    {
        var cluster = Cluster(
            [Member(1, SiloStatus.Joining), Member(2, SiloStatus.ShuttingDown), Member(3, SiloStatus.Dead)],
            silo => silo.Equals(Address(1)) ? throw new InvalidOperationException("It is asked too early.") : Task.FromResult(StandInCluster.Report));

        var view = await cluster.DescribeAsync(TestContext.Current.CancellationToken);

        Assert.Equal([("n1", NodeStatus.Joining), ("n2", NodeStatus.Stopping)], view.Nodes.Select(node => (node.Name, node.Status)));
    }

    ClusterNodes Cluster(ClusterMember[] members, Func<SiloAddress, Task<NodeReport>> ask, Domain.Ledger.IChangeLog? log = null) =>
        new(new Members(members), new Local(), null!, new Reports(ask), log ?? _log, _time);

    static ClusterMember Member(int number, SiloStatus status) => new(Address(number), status, $"n{number}");

    static SiloAddress Address(int number) => SiloAddress.FromParsableString($"127.0.0.1:{number}@1");

    sealed class Members(ClusterMember[] members) : IClusterMembershipService
    {
        public ClusterMembershipSnapshot CurrentSnapshot { get; } =
            new(members.ToImmutableDictionary(member => member.SiloAddress), new MembershipVersion(1));

        public IAsyncEnumerable<ClusterMembershipSnapshot> MembershipUpdates => throw new NotSupportedException();

        public ValueTask Refresh(MembershipVersion minimumVersion, CancellationToken cancellationToken) => default;

        public Task<bool> TryKill(SiloAddress siloAddress) => throw new NotSupportedException();
    }

    sealed class Local : ILocalSiloDetails
    {
        public string Name => "n9";

        public string ClusterId => "dnc";

        public string DnsHostName => "localhost";

        public SiloAddress SiloAddress => Address(9);

        public SiloAddress GatewayAddress => Address(9);
    }

    sealed class Reports(Func<SiloAddress, Task<NodeReport>> ask) : INodeReports
    {
        public Task<NodeReport> AskAsync(SiloAddress silo) => ask(silo);
    }

    sealed class DownLog : Domain.Ledger.IChangeLog
    {
        public Task<long> ReadHeadAsync(CancellationToken cancellation) => throw new Domain.Ledger.LedgerUnavailableException("down");

        public Task<ImmutableArray<Domain.Ledger.Change>> ReadAsync(long after, int limit, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task<ImmutableArray<Domain.Ledger.Change>> ReadOrganizationAsync(
            string organization, long after, bool entriesOnly, int limit, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<ImmutableArray<Domain.Ledger.Change>> ReadGroupAsync(
            string organization, string userGroupId, long after, int limit, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
