using System.Net;
using DncActors.ClusterTests.Host;
using DncActors.ClusterTests.Http;
using DncActors.ClusterTests.Nodes;
using DncActors.ClusterTests.Story;
using DncActors.TestServers.Postgres;

namespace DncActors.ClusterTests.Telemetry;

public sealed class TraceTests(SharedHost shared)
{
    const string TraceId = "4bf92f3577b34da6a3ce929d0e0e473";

    [Fact]
    public async Task One_trace_leads_from_the_request_through_the_grain_and_the_commit_to_the_other_nodes_follower()
    {
        await using var sink = await OtlpSink.StartAsync();
        await using var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        await using var one = await HostProcess.StartAsync(Traced.By(sink, NodesOnPostgres.On(database.ConnectionString)));
        await using var other = await HostProcess.StartAsync(Traced.By(sink, NodesOnPostgres.On(database.ConnectionString)));
        using var admin = new Api(one.Address, NodesOnPostgres.Key);
        var story = await StoryWorld.MakeAsync(admin);
        for (var i = 0; i < 5; i++)
        {
            (await admin.PostAsync("/v1/leads", story.Lead($"L-{i}", story.New, ["east"], $"+1202555010{i}"))).Expect(HttpStatusCode.Created);
            (await TracedAsync(admin, i, HttpMethod.Post, $"/v1/leads/L-{i}/actions/{story.DeadAction}/executions")).Expect(HttpStatusCode.Created);
        }
        await one.StopAsync();
        await other.StopAsync();

        var traces = Enumerable.Range(0, 5).Select(i => sink.Spans.Where(s => s.TraceId == $"{TraceId}{i}").ToArray()).ToArray();
        // The other node reads the log by itself now and then, before the push reaches it.
        var trace = traces.MaxBy(t => t.Count(s => s.Name == "dnc.follower.apply"))!;
        var names = trace.Select(s => s.Name).ToArray();
        Assert.Contains("POST /v1/leads/{leadId}/actions/{actionId}/executions", names);
        Assert.Contains(names, name => name.Contains("ILeadGrain", StringComparison.Ordinal));
        Assert.Contains("dnc.commit", names);
        Assert.Equal(2, names.Count(name => name == "dnc.follower.apply"));
        // It hangs together: each span but the request's own has its parent in the trace.
        var ids = trace.Select(s => s.SpanId).ToHashSet();
        Assert.Single(trace, s => !ids.Contains(s.ParentId));
        Assert.Equal(Assert.Single(trace, s => s.Name == "dnc.commit").SpanId, Assert.Single(trace, s => s.Name == "dnc.ledger.group").ParentId);
    }

    [Fact]
    public async Task A_problem_says_the_id_of_its_trace()
    {
        var host = await shared.OrganizationAsync();
        using var admin = new Api(host.Address, host.AdministratorKey);

        Assert.Equal(
            TraceId + "7", (await TracedAsync(admin, 7, HttpMethod.Get, "/v1/leads/nobody")).Expect(HttpStatusCode.NotFound)["requestId"].GetString());
    }

    static Task<Answer> TracedAsync(Api api, int number, HttpMethod method, string path) =>
        api.SendAsync(method, path, null, request => request.Headers.Add("traceparent", $"00-{TraceId}{number}-00f067aa0ba902b7-01"));
}
