using System.Net;
using System.Text.Json;
using DncActors.Client.Cluster;
using DncActors.Client.Json;
using DncActors.Gateway.Cluster;

namespace DncActors.UnitTests.Gateway.Cluster;

public sealed class ClusterTests
{
    [Fact]
    public async Task Administrators_of_the_first_organization_see_the_nodes_and_nobody_else_does()
    {
        await using var host = await GatewayHost.StartAsync();

        var cluster = JsonSerializer.Deserialize((await host.GetAsync("/v1/cluster")).IsOk().Text, DncJsonContext.Default.ClusterModel)!;

        Assert.Equal(["active", "silent"], cluster.Nodes.Select(node => node.Status));
        (await host.GetAsync("/v1/cluster", GatewayHost.DialerKey)).IsProblem(HttpStatusCode.Forbidden, "forbidden");
        Assert.Contains(
            "organization.default-only",
            (await host.GetAsync("/v1/cluster", GatewayHost.OtherKey)).IsProblem(HttpStatusCode.Forbidden, "forbidden").Text,
            StringComparison.Ordinal);
        (await host.GetAsync("/v1/cluster", key: null)).IsProblem(HttpStatusCode.Unauthorized, "unauthenticated");
        (await host.GetAsync("/v1/cluster?node=a")).IsProblem(HttpStatusCode.BadRequest, "validation");
    }

    [Fact]
    public void A_node_is_told_with_how_far_it_is_behind_the_head_and_a_silent_one_by_what_others_know()
    {
        var cluster = ClusterMapping.ToModel(new StandInCluster().View);

        var (node, silent) = (cluster.Nodes[0], cluster.Nodes[1]);
        Assert.Equal((true, 40, 2, "1.2.3"), (node.Ready, node.Applied, node.Behind, node.Version));
        Assert.Equal((true, 2_500, 7), (node.Lease!.Valid, node.Lease.LeftMilliseconds, node.Lease.Epoch));
        Assert.Equal((1_000, 1_500), (node.Index!.ContactPoints, node.Index.LoadMilliseconds));
        Assert.Equal(32, node.Activations);
        Assert.Equal((4, 1, 3), (node.UserGroups!.Active, node.UserGroups.Behind, node.UserGroups.MostBehind));
        Assert.Equal((400, 30, 5, 2, 60), Told(node.Answered!));
        Assert.Equal((4.1, 0.3, 0.7), (node.Answered!.PerSecond.Allowed, node.Answered.PerSecond.Blocked, node.Answered.PerSecond.Executions));
        Assert.Null(silent.Answered);
        Assert.Equal(("b", false, null, null), (silent.Name, silent.Ready, silent.Applied, silent.Activations));
        Assert.Empty(silent.GrainTypes);
    }

    [Fact]
    public void Grains_of_all_nodes_are_added_up_the_busiest_first()
    {
        var report = StandInCluster.Report with { GrainTypes = [new("workflow", 1, 4, 20), new("lead", 1, 1, 1)] };
        var view = new StandInCluster().View;
        var cluster = ClusterMapping.ToModel(view with { Nodes = [view.Nodes[0], view.Nodes[1] with { Report = report }] });

        Assert.Equal(34, cluster.Activations);
        Assert.Equal(
            [("workflow", 3, 13, 20.0), ("lead", 31, 501, 13.5)],
            cluster.GrainTypes.Select(type => (type.Name, type.Activations, type.Requests, type.RequestsPerSecond)));
    }

    [Fact]
    public void What_all_nodes_answered_is_added_up_each_over_its_own_time()
    {
        var report = StandInCluster.Report with { Answered = new(new(new(0, 0, 600, 0), 0), new(new(0, 0, 30, 0), 0), 20) };
        var (view, older) = (new StandInCluster().View, StandInCluster.Report with { Answered = null });
        var node = view.Nodes[0];
        var answered = ClusterMapping.ToModel(view with { Nodes = [node, node with { Report = report }, node with { Report = older }] }).Answered;

        Assert.Equal((1_000, 30, 5, 2, 60), Told(answered));
        Assert.Equal(5.6, answered.PerSecond.Allowed);
    }

    [Fact]
    public void A_head_that_is_not_known_or_older_leaves_nobody_behind()
    {
        var view = new StandInCluster().View;
        Assert.Null(ClusterMapping.ToModel(view with { Head = null }).Nodes[0].Behind);
        Assert.Equal(0, ClusterMapping.ToModel(view with { Head = 39 }).Nodes[0].Behind);
    }

    static (long Allowed, long Blocked, long Invalid, long Unsure, long Executions) Told(AnsweredModel answered) =>
        (answered.Allowed, answered.Blocked, answered.Invalid, answered.Unsure, answered.Executions);
}
