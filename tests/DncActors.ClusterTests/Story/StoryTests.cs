using System.Net;
using System.Text.Json;
using DncActors.ClusterTests.Host;
using DncActors.ClusterTests.Http;
using DncActors.ClusterTests.Nodes;
using DncActors.TestServers.Postgres;

namespace DncActors.ClusterTests.Story;

/// <summary>The whole story of a Do-Not-Contact action, through HTTP, against the real host process, with a kill -9 before its last chapter.</summary>
public sealed class StoryTests
{
    [Fact]
    public Task From_do_not_contact_me_to_blocked_end_to_end() => TellAsync(new HostStart());

    [Fact]
    public async Task From_do_not_contact_me_to_blocked_end_to_end_on_postgres()
    {
        await using var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        await TellAsync(NodesOnPostgres.On(database.ConnectionString));
    }

    static async Task TellAsync(HostStart start)
    {
        await using var host = await HostProcess.StartAsync(start);
        using var admin = new Api(host.Address, host.AdministratorKey);
        var world = await StoryWorld.MakeAsync(admin);
        using var crm = new Api(host.Address, world.CrmKey);

        await TheActionIsCopiedToTheOtherStatusesOrRefusedWhole(admin, world);
        await AgentsSeeJustWhatTheyMayRun(crm, world);
        var execution = await AnnRunsItAndEverythingIsBlocked(host, admin, crm, world);
        await TheListIsOfPeopleNotOfRows(admin, world);
        await TheSameKeyIsTheSameExecution(admin, crm, world, execution);
        await TheSecondOfTwoAgentsIsToldWhereTheLeadStands(crm, world);
        await TheFiveQuestionsAreAnswered(admin, world);

        await host.KillAsync();
        await host.StartAgainAsync();

        await EverythingAcknowledgedIsThere(host, admin, world, execution);
    }

    static async Task TheActionIsCopiedToTheOtherStatusesOrRefusedWhole(Api admin, StoryWorld world)
    {
        var recruits = (await admin.PostAsync("/v1/workflows", new { name = "Recruiting", recordType = "recruit" })).Id;
        var recruit = await StoryWorld.StatusAsync(admin, recruits, "New", "new", []);
        var disabled = await StoryWorld.StatusAsync(admin, world.Workflow, "Parked", "active", [], enabled: false);
        var before = (await admin.GetAsync($"/v1/workflows/{world.Workflow}"))["version"].GetInt64();

        var refused = (await admin.PostAsync($"/v1/workflows/{world.Workflow}/statuses/{world.New}/actions/{world.DeadAction}/copies", new
        {
            targets = new object[]
            {
                new { workflowId = world.Workflow, statusId = world.Contacted },
                new { workflowId = recruits, statusId = recruit },
                new { workflowId = world.Workflow, statusId = disabled },
                new { workflowId = world.Workflow, statusId = "nowhere" },
            },
        })).ExpectProblem(HttpStatusCode.UnprocessableEntity, "unprocessable");
        foreach (var bad in new[] { "'Recruiting'", "'Parked'", "'nowhere'" })
        {
            Assert.True(refused.Text.Contains(bad, StringComparison.Ordinal), $"{bad} is not named: {refused.Text}");
        }
        Assert.Equal(before, (await admin.GetAsync($"/v1/workflows/{world.Workflow}"))["version"].GetInt64());

        var target = new { targets = new object[] { new { workflowId = world.Workflow, statusId = world.Contacted } } };
        var copied = await admin.PostAsync($"/v1/workflows/{world.Workflow}/statuses/{world.New}/actions/{world.DeadAction}/copies", target);
        Assert.True(copied.Status is HttpStatusCode.OK or HttpStatusCode.Created, copied.Text);

        var template = (await admin.PostAsync("/v1/action-templates", new
        {
            name = "Do Not Contact everywhere",
            recordType = "lead",
            action = StoryWorld.DncAction(world.Workflow, world.Dead),
        })).Expect(HttpStatusCode.Created).Id;
        var both = new
        {
            targets = new object[] { new { workflowId = world.Workflow, statusId = world.Contacted }, new { workflowId = world.Workflow,
                statusId = world.Nurture } },
        };
        var applied = await admin.PostAsync($"/v1/action-templates/{template}/applications", both);
        Assert.True(applied.Status is HttpStatusCode.OK or HttpStatusCode.Created, applied.Text);

        var statuses = (await admin.GetAsync($"/v1/workflows/{world.Workflow}"))["statuses"].EnumerateArray().ToDictionary(s =>
            s.GetProperty("id").GetString()!);
        foreach (var status in new[] { world.New, world.Contacted, world.Nurture })
        {
            var name = Assert.Single(statuses[status].GetProperty("actions").EnumerateArray()).GetProperty("name").GetString();
            Assert.Equal("Do Not Contact", name);
        }
    }

    static async Task AgentsSeeJustWhatTheyMayRun(Api crm, StoryWorld world)
    {
        var typed = new[] { "(202) 555-0123", "tel:+1-202-555-0124", " Jane@Example.COM " };
        var lead = (await crm.PostAsync("/v1/leads", world.Lead("L-1", world.New, ["east"], typed), actingUser: "mia")).Expect(HttpStatusCode.Created);
        Assert.Equal(["+12025550123", "+12025550124", "jane@example.com"], lead["contactPoints"].EnumerateArray().Select(p =>
            p.GetProperty("value").GetString()!));

        var managersOnly = StoryWorld.DncAction(world.Workflow, world.Dead, "Escalate", ["manager"]);
        var escalate = (await crm.PostAsync($"/v1/workflows/{world.Workflow}/statuses/{world.New}/actions", managersOnly, actingUser: "mia"))
            .Expect(HttpStatusCode.Created).Id;

        Assert.Equal([world.DeadAction], await OfferedAsync(crm, "L-1", "ann"));
        Assert.Equal(new HashSet<string> { world.DeadAction, escalate }, [.. await OfferedAsync(crm, "L-1", "mia")]);
        (await crm.PostAsync($"/v1/leads/L-1/actions/{escalate}/executions", new { }, "nope", "ann")).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    static async Task<string[]> OfferedAsync(Api crm, string lead, string user)
    {
        var answer = (await crm.SendAsync(HttpMethod.Get, $"/v1/leads/{lead}/actions", null, r => r.Headers.Add("X-Acting-User", user)))
            .Expect(HttpStatusCode.OK);
        return [.. answer["items"].EnumerateArray().Select(a => a.GetProperty("id").GetString()!)];
    }

    static async Task<Answer> AnnRunsItAndEverythingIsBlocked(HostProcess host, Api admin, Api crm, StoryWorld world)
    {
        foreach (var phone in new[] { "+12025550123", "+12025550124" })
        {
            Assert.True(await AllowedAsync(admin, phone, "call"));
        }
        var version = (await admin.GetAsync($"/v1/workflows/{world.Workflow}"))["version"].GetInt64();

        var execution = (await crm.PostAsync(
            $"/v1/leads/L-1/actions/{world.DeadAction}/executions", new { note = "said stop" }, "ann-1", "ann")).Expect(HttpStatusCode.Created);

        Assert.Equal("ann", execution["actor"].GetString());
        Assert.Equal(version, execution["workflowVersion"].GetInt64());
        foreach (var (point, channel) in new[]
        {
            ("+12025550123", "call"), ("+12025550123", "sms"), ("+12025550124", "call"), ("+12025550124", "sms"), ("jane@example.com", "email"),
        })
        {
            var verdict = await CheckAsync(admin, point, channel);
            Assert.False(verdict["allowed"].GetBoolean());
            var reasons = verdict["reasons"].EnumerateArray().Select(r => r.GetRawText()).ToList();
            Assert.Contains(reasons, r => r.Contains(execution.Id, StringComparison.Ordinal) && r.Contains("ann", StringComparison.Ordinal));
            Assert.All(verdict["reasons"].EnumerateArray(), r => Assert.NotNull(r.GetProperty("since").GetString()));
        }
        foreach (var channel in StoryWorld.AllChannels)
        {
            Assert.False((await admin.GetAsync($"/v1/contact-checks?leadId=L-1&channel={channel}")).Expect(HttpStatusCode.OK)["allowed"].GetBoolean());
        }
        var batch = (await admin.PostAsync("/v1/contact-checks/batch", new { channel = "call", phones = new[] { "2025550124", "+12025559999", "what" } }))
            .Expect(HttpStatusCode.OK);
        Assert.Equal(["blocked", "allowed", "invalid"], batch["verdicts"].EnumerateArray().Select(v => v.GetString()!));

        var lead = (await admin.GetAsync("/v1/leads/L-1")).Expect(HttpStatusCode.OK);
        Assert.Equal(world.Dead, lead["statusId"].GetString());
        Assert.True(lead["doNotContact"].GetProperty("flagged").GetBoolean());
        Assert.Equal(execution.Id, lead["doNotContact"].GetProperty("executionId").GetString());
        var history = (await admin.GetAsync("/v1/leads/L-1/history"))["items"];
        Assert.Equal(execution.Id, Assert.Single(history.EnumerateArray()).GetProperty("id").GetString());
        var audit = (await admin.GetAsync("/v1/audit?leadId=L-1"))["items"].EnumerateArray().Select(r => r.GetProperty("type").GetString()).ToList();
        Assert.Contains("lead.doNotContact", audit);
        Assert.Contains("lead.moved", audit);

        var told = await SseReader.ReadAsync(admin.Http, "/v1/user-groups/east/events", host.AdministratorKey, 0, LeadEvents(2));
        Assert.Single(told, e => e.EventType == "lead.doNotContact");
        Assert.Single(told, e => e.EventType == "lead.moved");
        var first = told.Single(e => e.EventType == "lead.doNotContact");
        var resumed = await SseReader.ReadAsync(admin.Http, "/v1/user-groups/east/events", host.AdministratorKey, long.Parse(first.EventId!, null), 1);
        Assert.Equal("lead.moved", resumed[0].EventType);
        var changes = (await admin.GetAsync("/v1/dnc/changes?after=0"))["items"].GetRawText();
        Assert.Contains("+12025550123", changes, StringComparison.Ordinal);
        return execution;

        // The group has also heard of every publication of the workflow before.
        int LeadEvents(int count) => (int)version + count;
    }

    static async Task TheListIsOfPeopleNotOfRows(Api admin, StoryWorld world)
    {
        var again = (await admin.PostAsync("/v1/leads", world.Lead("L-2", world.New, [], "202.555.0123"))).Expect(HttpStatusCode.Created);
        Assert.Contains("+12025550123", again["doNotContact"].GetProperty("covered").GetRawText(), StringComparison.Ordinal);
        Assert.False((await admin.GetAsync("/v1/contact-checks?leadId=L-2&channel=call"))["allowed"].GetBoolean());

        (await admin.PostAsync("/v1/leads", world.Lead("L-3", world.New, [], "+1 303 555 0100"))).Expect(HttpStatusCode.Created);
        Assert.True((await admin.GetAsync("/v1/contact-checks?leadId=L-3&channel=call"))["allowed"].GetBoolean());
        var later = (await admin.PatchAsync("/v1/leads/L-3", new { contactPoints = new[] { new { kind = "phone", value = "1 (202) 555 0124" } } }))
            .Expect(HttpStatusCode.OK);
        Assert.Contains("+12025550124", later["doNotContact"].GetProperty("covered").GetRawText(), StringComparison.Ordinal);
        Assert.False((await admin.GetAsync("/v1/contact-checks?leadId=L-3&channel=call"))["allowed"].GetBoolean());

        var line = JsonSerializer.Serialize(world.Lead("L-4", world.New, [], "+12025550124"));
        Assert.Equal(1, (await admin.PostTextAsync("/v1/leads/import", line + "\n", "application/x-ndjson")).Expect(HttpStatusCode.OK)["accepted"].GetInt32());
        Assert.False((await admin.GetAsync("/v1/contact-checks?leadId=L-4&channel=sms"))["allowed"].GetBoolean());

        var flagged = (await admin.PatchAsync("/v1/leads/L-1", new
        {
            contactPoints = new object[]
            {
                new { kind = "phone", value = "+12025550123", primary = true },
                new { kind = "phone", value = "+12025550124" },
                new { kind = "email", value = "jane@example.com" },
                new { kind = "phone", value = "+12025550199" },
            },
        })).Expect(HttpStatusCode.OK);
        Assert.Contains("+12025550199", flagged["doNotContact"].GetProperty("covered").GetRawText(), StringComparison.Ordinal);
        Assert.False(await AllowedAsync(admin, "+12025550199", "call"));
    }

    static async Task TheSameKeyIsTheSameExecution(Api admin, Api crm, StoryWorld world, Answer execution)
    {
        var path = $"/v1/leads/L-1/actions/{world.DeadAction}/executions";
        (await admin.DeleteAsync($"/v1/workflows/{world.Workflow}/statuses/{world.New}/actions/{world.DeadAction}")).Expect(HttpStatusCode.NoContent);

        var repeated = (await crm.PostAsync(path, new { note = "said stop" }, "ann-1", "ann")).Expect(HttpStatusCode.OK);
        Assert.Equal(execution.Id, repeated.Id);
        Assert.Equal(execution["dncEntries"].GetRawText(), repeated["dncEntries"].GetRawText());

        (await crm.PostAsync(path, new { note = "other words" }, "ann-1", "ann")).ExpectProblem(HttpStatusCode.Conflict, "conflict");
        (await crm.PostAsync(path, new { note = "said stop" }, "ann-1", "bob")).ExpectProblem(HttpStatusCode.Conflict, "conflict");
        (await crm.PostAsync("/v1/leads/L-1/actions/other/executions", new { note = "said stop" }, "ann-1", "ann")).ExpectProblem(HttpStatusCode.Conflict,
            "conflict");
        Assert.Single((await admin.GetAsync("/v1/leads/L-1/history"))["items"].EnumerateArray());
    }

    static async Task TheSecondOfTwoAgentsIsToldWhereTheLeadStands(Api crm, StoryWorld world)
    {
        (await crm.PostAsync("/v1/leads", world.Lead("L-5", world.Contacted, ["west"], "+13035550111"), actingUser: "mia")).Expect(HttpStatusCode.Created);
        var action = (await OfferedAsync(crm, "L-5", "ann")).Single();
        var path = $"/v1/leads/L-5/actions/{action}/executions";

        var both = await Task.WhenAll(crm.PostAsync(path, new { }, "a", "ann"), crm.PostAsync(path, new { }, "b", "bob"));

        Assert.Single(both, a => a.Status == HttpStatusCode.Created);
        var second = both.Single(a => a.Status != HttpStatusCode.Created).ExpectProblem(HttpStatusCode.UnprocessableEntity, "unprocessable");
        Assert.Contains("Do Not Contact", second["detail"].GetString(), StringComparison.Ordinal);
    }

    static async Task TheFiveQuestionsAreAnswered(Api admin, StoryWorld world)
    {
        // The DNC action of New was deleted above: the lint names the status.
        var findings = (await admin.GetAsync("/v1/diagnostics/coverage")).Expect(HttpStatusCode.OK)["items"].EnumerateArray().ToList();
        Assert.Contains(findings, f => f.GetProperty("statusId").GetString() == world.New && f.GetProperty("severity").GetString() == "hint");

        // Why is this lead not contactable; why does it show in no active figure?
        var lead = (await admin.GetAsync("/v1/diagnostics/leads/L-1")).Expect(HttpStatusCode.OK);
        Assert.Empty(lead["contactableBy"].EnumerateArray());
        Assert.False(lead["countedAsActive"].GetBoolean());
        Assert.Contains(lead["reasons"].EnumerateArray(), r => r.GetProperty("about").GetString() == "contact");
        Assert.Contains(lead["reasons"].EnumerateArray(), r => r.GetProperty("about").GetString() == "report");

        // Why is this action not shown to Ann, why could it not be copied to the recruits, why does she miss it?
        var escalate = (await admin.GetAsync($"/v1/workflows/{world.Workflow}"))["statuses"].EnumerateArray()
            .SelectMany(s => s.GetProperty("actions").EnumerateArray()).Single(a =>
                a.GetProperty("name").GetString() == "Escalate").GetProperty("id").GetString();
        var recruits = (await admin.GetAsync("/v1/workflows"))["items"].EnumerateArray().Single(w => w.GetProperty("recordType").GetString() == "recruit");
        var target = $"targetWorkflowId={recruits.GetProperty("id").GetString()}"
            + $"&targetStatusId={recruits.GetProperty("statuses")[0].GetProperty("id").GetString()}";
        var action = (await admin.GetAsync($"/v1/diagnostics/actions/{escalate}?userId=ann&{target}")).Expect(HttpStatusCode.OK);
        Assert.False(action["shown"].GetBoolean());
        Assert.False(action["copyable"].GetBoolean());
        foreach (var topic in new[] { "shown", "copied" })
        {
            Assert.Contains(action["reasons"].EnumerateArray(), r => r.GetProperty("about").GetString() == topic
                && r.GetProperty("mend").GetString() is not null);
        }

        var counts = (await admin.GetAsync("/v1/reports/leads?groupBy=systemStatus&doNotContact=true"))
            .Expect(HttpStatusCode.OK)["items"].EnumerateArray().ToList();
        Assert.NotEmpty(counts);
        Assert.All(counts, c => Assert.Equal(0, c.GetProperty("active").GetInt64()));
        var usage = (await admin.GetAsync("/v1/reports/action-usage?groupBy=user")).Expect(HttpStatusCode.OK)["items"].EnumerateArray();
        Assert.Contains(usage, u => u.GetProperty("key").GetString() == "ann");
    }

    static async Task EverythingAcknowledgedIsThere(HostProcess host, Api admin, StoryWorld world, Answer execution)
    {
        foreach (var phone in new[] { "+12025550123", "+12025550124", "+12025550199", "+13035550111" })
        {
            Assert.False(await AllowedAsync(admin, phone, "call"));
        }
        Assert.Equal(world.Dead, (await admin.GetAsync("/v1/leads/L-1")).Expect(HttpStatusCode.OK)["statusId"].GetString());
        Assert.Equal(execution.Id, Assert.Single((await admin.GetAsync("/v1/leads/L-1/history"))["items"].EnumerateArray()).GetProperty("id").GetString());
        var events = await SseReader.ReadAsync(admin.Http, "/v1/user-groups/west/events", host.AdministratorKey, 0, 1);
        Assert.NotEmpty(events);
    }

    static async Task<bool> AllowedAsync(Api api, string phone, string channel) => (await CheckAsync(api, phone, channel))["allowed"].GetBoolean();

    static async Task<Answer> CheckAsync(Api api, string point, string channel) => (await api.GetAsync(
        $"/v1/contact-checks?{(point[0] == '+' ? "phone" : "email")}={Uri.EscapeDataString(point)}&channel={channel}")).Expect(HttpStatusCode.OK);
}
