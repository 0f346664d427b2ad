using System.Net;
using System.Text.Json;
using DncActors.ClusterTests.Contract;
using DncActors.ClusterTests.Host;
using DncActors.ClusterTests.Http;

namespace DncActors.ClusterTests.Nodes;

/// <summary>What the nodes say of themselves and of each other.</summary>
public sealed class ClusterViewTests
{
    const string Path = "/v1/cluster";

    [Fact]
    public async Task Three_nodes_are_seen_from_each_of_them_and_one_that_hangs_is_silent_among_the_others()
    {
        await using var nodes = await NodesOnPostgres.StartAsync(3);
        (await nodes.Apis[0].PostAsync("/v1/dnc/entries", new { phone = "+12025550188", channels = new[] { "call" }, reason = "asked" }))
            .Expect(HttpStatusCode.Created);

        foreach (var api in nodes.Apis) await AllAreWellAsync(api);

        await nodes.Hosts[2].SignalAsync("STOP");
        try
        {
            var cluster = (await nodes.Apis[0].GetAsync(Path)).Expect(HttpStatusCode.OK)["nodes"].EnumerateArray().ToList();
            Assert.Equal(["active", "active", "silent"], cluster.Select(StatusOf).Order(StringComparer.Ordinal));
            Assert.All(cluster.Where(node => StatusOf(node) == "active"), node => Assert.True(node.GetProperty("lease").GetProperty("epoch").GetInt64() > 0));
            var silent = cluster.Single(node => StatusOf(node) == "silent");
            Assert.False(silent.GetProperty("ready").GetBoolean());
            Assert.Equal(JsonValueKind.Null, silent.GetProperty("lease").ValueKind);
        }
        finally
        {
            await nodes.Hosts[2].SignalAsync("CONT");
        }
    }

    static async Task AllAreWellAsync(Api api)
    {
        var cluster = (await api.GetAsync(Path)).Expect(HttpStatusCode.OK);
        var all = cluster["nodes"].EnumerateArray().ToList();
        Assert.Equal(3, all.Count);
        Assert.All(all, node => Assert.Equal(("active", true, "node"), (StatusOf(node), node.GetProperty("ready").GetBoolean(), RoleOf(node))));
        Assert.All(all, node => Assert.True(node.GetProperty("lease").GetProperty("valid").GetBoolean()));
        Assert.Equal(3, all.Select(node => node.GetProperty("lease").GetProperty("epoch").GetInt64()).Distinct().Count());
        Assert.Equal(3, all.Select(node => node.GetProperty("address").GetString()).Distinct().Count());
        Assert.All(all, node => Assert.Equal(1, node.GetProperty("index").GetProperty("contactPoints").GetInt64()));
        Assert.All(all, node => Assert.Equal(0, node.GetProperty("behind").GetInt64()));
        Assert.DoesNotContain("2025550188", cluster.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_that_is_alone_is_seen_with_its_grains_and_none_of_its_leads()
    {
        await using var host = await HostProcess.StartAsync();
        using var admin = new Api(host.Address, host.AdministratorKey);
        var world = await ContractWorld.MakeAsync(admin);

        (await admin.GetAsync("/v1/contact-checks?phone=%2B12025550188&channel=call")).Expect(HttpStatusCode.OK);
        (await admin.PostAsync($"/v1/leads/L-contract/actions/{world.Story.DeadAction}/executions", new { }, "once")).Expect(HttpStatusCode.Created);
        (await admin.PostAsync($"/v1/leads/L-contract/actions/{world.Story.DeadAction}/executions", new { }, "once")).Expect(HttpStatusCode.OK);
        var cluster = (await admin.GetAsync(Path)).Expect(HttpStatusCode.OK);

        var node = Assert.Single(cluster["nodes"].EnumerateArray());
        Assert.Equal(("active", true), (StatusOf(node), node.GetProperty("ready").GetBoolean()));
        Assert.Equal((true, JsonValueKind.Null), (node.GetProperty("lease").GetProperty("valid").GetBoolean(), Kind(node, "lease", "epoch")));
        Assert.Equal(cluster["head"].GetInt64(), node.GetProperty("applied").GetInt64());
        Assert.True(node.GetProperty("machine").GetProperty("memoryBytes").GetInt64() > 0);
        Assert.Equal(JsonValueKind.String, Kind(node, "index", "loadedAt"));
        var answered = cluster["answered"];
        Assert.Equal((1, 1), (answered.GetProperty("executions").GetInt64(), answered.GetProperty("blocked").GetInt64()));
        Assert.True(answered.GetProperty("perSecond").GetProperty("executions").GetDouble() > 0);
        var leads = cluster["grainTypes"].EnumerateArray().Single(type => type.GetProperty("name").GetString() == "lead");
        Assert.InRange(leads.GetProperty("activations").GetInt64(), 1, 2);
        Assert.True(leads.GetProperty("requests").GetInt64() >= 2);
        Assert.True(cluster["activations"].GetInt64() >= leads.GetProperty("activations").GetInt64());
        foreach (var ours in new[] { "L-contract", "contract@people", "2025550177", "2025550188" })
            Assert.DoesNotContain(ours, cluster.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gateway_shows_the_nodes_and_the_dashboard_and_keeps_who_read_the_list()
    {
        await using var nodes = await NodesOnPostgres.StartAsync(1);
        await using var gateway = await HostProcess.StartAsync(new HostStart()
            .With("Dnc__Role", "gateway")
            .With("Dnc__Storage", "postgres")
            .With("Dnc__ConnectionString", nodes.ConnectionString));
        using var admin = new Api(gateway.Address, NodesOnPostgres.Key);

        var node = Assert.Single((await admin.GetAsync(Path)).Expect(HttpStatusCode.OK)["nodes"].EnumerateArray());
        Assert.Equal(("active", true, "node"), (StatusOf(node), node.GetProperty("ready").GetBoolean(), RoleOf(node)));

        (await admin.GetAsync("/v1/contact-checks?phone=%2B12025550188&channel=call")).Expect(HttpStatusCode.OK);
        // Counted where it was answered, which is not where it was asked.
        Assert.Equal(1, (await admin.GetAsync(Path)).Expect(HttpStatusCode.OK)["answered"].GetProperty("allowed").GetInt64());

        (await admin.GetAsync("/dashboard/orleans/")).Expect(HttpStatusCode.OK);
        // It counts from the first time that somebody asks.
        Assert.Single(await UntilThereAsync(() => admin.GetAsync("/dashboard/orleans/DashboardCounters"), "hosts"));

        (await admin.GetAsync("/v1/dnc/entries?source=manual")).Expect(HttpStatusCode.OK);
        var search = Assert.Single(await UntilThereAsync(() => nodes.Apis[0].GetAsync("/v1/audit/access?kind=entries.searched"), "items"));
        Assert.Equal("source", search.GetProperty("filters")[0].GetString());
    }

    static async Task<JsonElement[]> UntilThereAsync(Func<Task<Answer>> ask, string field)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            var answer = (await ask()).Expect(HttpStatusCode.OK);
            if (answer[field].GetArrayLength() > 0) return [.. answer[field].EnumerateArray()];
            await ticks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    static string StatusOf(JsonElement node) => node.GetProperty("status").GetString()!;

    static string? RoleOf(JsonElement node) => node.GetProperty("role").GetString();

    static JsonValueKind Kind(JsonElement node, string part, string field) => node.GetProperty(part).GetProperty(field).ValueKind;
}
