using System.Diagnostics;
using System.Net;
using DncActors.ClusterTests.Http;
using DncActors.ClusterTests.Story;
using DncActors.TestServers.Postgres;

namespace DncActors.ClusterTests.Nodes;

/// <summary>Two real nodes whose PostgreSQL goes away and comes back.</summary>
public sealed class DatabaseGoneTests
{
    const string Blocked = "+12025550101";
    const string Free = "+12025550102";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Checks_go_on_until_the_lease_ends_then_nothing_is_allowed_nothing_is_half_and_all_of_it_heals(bool paused)
    {
        await using var server = await PostgresServer.StartAsync();
        await using var nodes = await NodesOnPostgres.StartAsync(2, server);
        var world = await StoryWorld.MakeAsync(nodes.Apis[0]);
        (await nodes.Apis[0].PostAsync("/v1/leads", world.Lead("L-1", world.New, ["east"], Free))).Expect(HttpStatusCode.Created);
        var entry = new { phone = Blocked, channels = new[] { "call" }, reason = "asked" };
        (await nodes.Apis[0].PostAsync("/v1/dnc/entries", entry)).Expect(HttpStatusCode.Created);

        if (paused) await server.PauseAsync();
        else await server.KillAsync();
        foreach (var api in nodes.Apis)
        {
            var ended = await UntilAsync(api, Free, HttpStatusCode.ServiceUnavailable);
            ended.ExpectProblem(HttpStatusCode.ServiceUnavailable, "unavailable");
            Assert.NotNull(ended.Headers.RetryAfter);
            Assert.NotEqual("allowed", await VerdictAsync(api, Blocked));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await api.GetAsync("/readyz")).Status);
        }
        using var crm = nodes.Apis[0].As(world.CrmKey);
        var refused = await ExecuteAsync(crm, world);
        refused.ExpectProblem(HttpStatusCode.ServiceUnavailable, "unavailable");

        if (paused) await server.ResumeAsync();
        else await server.StartAgainAsync();
        foreach (var api in nodes.Apis)
        {
            (await UntilAsync(api, Blocked, HttpStatusCode.OK)).Expect(HttpStatusCode.OK);
            Assert.Equal("blocked", await VerdictAsync(api, Blocked));
        }
        using var other = nodes.Apis[1].As(world.CrmKey);
        // Whatever became of the one without an answer: its repeat is the one execution.
        var executed = await UntilExecutedAsync(other, world);
        var history = (await nodes.Apis[0].GetAsync("/v1/leads/L-1/history")).Expect(HttpStatusCode.OK)["items"].EnumerateArray().ToArray();
        Assert.Equal(executed.Id, Assert.Single(history).GetProperty("id").GetString());
        foreach (var api in nodes.Apis) Assert.Equal("blocked", await VerdictAsync(api, Free));
    }

    static Task<Answer> ExecuteAsync(Api api, StoryWorld world) =>
        api.PostAsync($"/v1/leads/L-1/actions/{world.DeadAction}/executions", new { }, idempotencyKey: "the-only", actingUser: "mia");

    static async Task<Answer> UntilExecutedAsync(Api api, StoryWorld world)
    {
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            var answer = await ExecuteAsync(api, world);
            if (answer.Status != HttpStatusCode.ServiceUnavailable)
            {
                Assert.True(answer.Status is HttpStatusCode.Created or HttpStatusCode.OK, answer.Text);
                return answer;
            }
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, answer.Text);
        }
    }

    static async Task<Answer> UntilAsync(Api api, string phone, HttpStatusCode status)
    {
        var since = Stopwatch.GetTimestamp();
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (true)
        {
            var answer = await CheckAsync(api, phone);
            if (answer.Status == status) return answer;
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, $"{status} did not come: {answer.Text}");
            await ticks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    static async Task<string?> VerdictAsync(Api api, string phone)
    {
        var answer = await CheckAsync(api, phone);
        return answer.Status == HttpStatusCode.OK ? answer["verdict"].GetString() : null;
    }

    static Task<Answer> CheckAsync(Api api, string phone) => api.GetAsync($"/v1/contact-checks?phone={Uri.EscapeDataString(phone)}&channel=call");
}
