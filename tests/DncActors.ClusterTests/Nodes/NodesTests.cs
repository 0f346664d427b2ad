using System.Globalization;
using System.Net;
using DncActors.ClusterTests.Http;
using DncActors.ClusterTests.Story;

namespace DncActors.ClusterTests.Nodes;

/// <summary>Several real nodes on one PostgreSQL.</summary>
public sealed class NodesTests
{
    const string Stream = "/v1/user-groups/east/events";

    const int Rounds = 60;

    /// <summary>How often the story's workflow is published before its first lead.</summary>
    const int Published = 6;

    [Fact]
    public async Task What_one_node_acknowledged_every_node_knows_before_the_next_question()
    {
        await using var nodes = await NodesOnPostgres.StartAsync(3);

        for (var i = 0; i < Rounds; i++)
        {
            var phone = string.Create(CultureInfo.InvariantCulture, $"+1202555{1000 + i}");
            var entry = (await nodes.Apis[i % 3].PostAsync("/v1/dnc/entries", Entry(phone))).Expect(HttpStatusCode.Created);
            foreach (var api in nodes.Apis) Assert.False(await AllowedAsync(api, phone), phone);
            if (i % 2 == 0) continue;

            var revoked = await nodes.Apis[(i + 1) % 3].DeleteAsync($"/v1/dnc/entries/{entry.Id}", new { reason = "asked to be called again" });
            revoked.Expect(HttpStatusCode.OK);
            foreach (var api in nodes.Apis) Assert.True(await AllowedAsync(api, phone), phone);
        }
    }

    [Fact]
    public async Task Of_all_that_start_at_once_one_makes_the_organization_and_all_take_its_key()
    {
        await using var nodes = await NodesOnPostgres.StartAsync(2);

        foreach (var api in nodes.Apis)
        {
            var only = Assert.Single((await api.GetAsync("/v1/api-keys")).Expect(HttpStatusCode.OK)["items"].EnumerateArray());
            Assert.Equal("first", only.GetProperty("id").GetString());
        }
        Assert.Single(nodes.Hosts, host => host.Output.Contains("First start", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_repeat_at_another_node_gets_the_first_answer_and_blocks_once()
    {
        await using var nodes = await NodesOnPostgres.StartAsync(2);

        var first = (await nodes.Apis[0].PostAsync("/v1/dnc/entries", Entry("+12025550101"), "one")).Expect(HttpStatusCode.Created);
        var again = (await nodes.Apis[1].PostAsync("/v1/dnc/entries", Entry("+12025550101"), "one")).Expect(HttpStatusCode.Created);

        Assert.Equal(first.Id, again.Id);
        (await nodes.Apis[1].PostAsync("/v1/dnc/entries", Entry("+12025550102"), "one")).ExpectProblem(HttpStatusCode.Conflict, "conflict");
    }

    [Fact]
    public async Task A_stream_goes_on_at_another_node_when_its_own_is_killed_with_nothing_missed_and_nothing_twice()
    {
        await using var nodes = await NodesOnPostgres.StartAsync(2);
        var world = await StoryWorld.MakeAsync(nodes.Apis[0]);
        using var crm = nodes.Apis[1].As(world.CrmKey);
        foreach (var n in Enumerable.Range(0, 3)) await StopAsync(n);
        var all = await SseReader.ReadAsync(nodes.Apis[1].Http, Stream, NodesOnPostgres.Key, 0, Published + 6);
        var half = await SseReader.ReadAsync(nodes.Apis[0].Http, Stream, NodesOnPostgres.Key, 0, Published + 3);

        await nodes.Hosts[0].KillAsync();
        var rest = await SseReader.ReadAsync(
            nodes.Apis[1].Http, Stream, NodesOnPostgres.Key, long.Parse(half[^1].EventId!, CultureInfo.InvariantCulture), 3);

        Assert.Equal(all.Select(e => e.EventId), half.Concat(rest).Select(e => e.EventId));

        // Each tells the group twice: that a lead was stopped, and that it moved.
        async Task StopAsync(int n)
        {
            var lead = world.Lead($"L-{n}", world.New, ["east"], $"+1202555020{n}");
            (await nodes.Apis[n % 2].PostAsync("/v1/leads", lead)).Expect(HttpStatusCode.Created);
            (await crm.PostAsync($"/v1/leads/L-{n}/actions/{world.DeadAction}/executions", new { }, actingUser: "mia")).Expect(HttpStatusCode.Created);
        }
    }

    static object Entry(string phone) => new { phone, channels = new[] { "call" }, reason = "asked by phone" };

    static async Task<bool> AllowedAsync(Api api, string phone) => (await api.GetAsync($"/v1/contact-checks?phone={Uri.EscapeDataString(phone)}&channel=call"))
        .Expect(HttpStatusCode.OK)["allowed"].GetBoolean();
}
