using System.Net;
using DncActors.Client.ContactChecks;
using DncActors.Client.Errors;
using DncActors.Client.Leads;
using DncActors.Client.Paging;
using DncActors.Client.Registry;
using DncActors.Client;

namespace DncActors.UnitTests.Client;

public sealed class ContractCallsTests
{
    static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    static readonly PageOptions Page = new() { Limit = 5, Cursor = "a+b" };

    static readonly (string Line, Func<DncClient, Task> Call)[] Table =
    [
        ("GET /v1/workflows?limit=5&cursor=a%2Bb", c => c.Workflows.ListAsync(Page)),
        ("GET /v1/workflows/w", c => c.Workflows.GetAsync("w")),
        ("POST /v1/workflows", c => c.Workflows.CreateAsync(new())),
        ("PATCH /v1/workflows/w", c => c.Workflows.PatchAsync("w", new())),
        ("DELETE /v1/workflows/w", c => c.Workflows.ArchiveAsync("w")),
        ("POST /v1/workflows/w/statuses", c => c.Statuses.CreateAsync("w", new())),
        ("PATCH /v1/workflows/w/statuses/s", c => c.Statuses.PatchAsync("w", "s", new())),
        ("DELETE /v1/workflows/w/statuses/s", c => c.Statuses.ArchiveAsync("w", "s")),
        ("POST /v1/workflows/w/statuses/s/actions", c => c.Actions.CreateAsync("w", "s", new())),
        ("PUT /v1/workflows/w/statuses/s/actions/a", c => c.Actions.PutAsync("w", "s", "a", new())),
        ("DELETE /v1/workflows/w/statuses/s/actions/a", c => c.Actions.DeleteAsync("w", "s", "a")),
        ("POST /v1/workflows/w/statuses/s/actions/a/copies", c => c.Actions.CopyAsync("w", "s", "a", new())),
        ("POST /v1/workflows/w/statuses/s/actions/a/copies?dryRun=true", c => c.Actions.PreviewCopyAsync("w", "s", "a", new())),
        ("GET /v1/workflows/w/versions?limit=5&cursor=a%2Bb", c => c.Workflows.ListVersionsAsync("w", Page)),
        ("GET /v1/workflows/w/versions/7", c => c.Workflows.GetVersionAsync("w", 7)),
        ("POST /v1/workflows/w/versions/7/restore", c => c.Workflows.RestoreVersionAsync("w", 7)),
        ("GET /v1/action-templates", c => c.Templates.ListAsync()),
        ("PUT /v1/action-templates/t", c => c.Templates.PutAsync("t", new())),
        ("POST /v1/action-templates/t/applications", c => c.Templates.ApplyAsync("t", new())),
        ("POST /v1/action-templates/t/applications?dryRun=true", c => c.Templates.PreviewAsync("t", new())),
        ("GET /v1/roles/r", c => c.Roles.GetAsync("r")),
        ("PATCH /v1/users/u", c => c.Users.PatchAsync("u", new())),
        ("PUT /v1/users/u/password", c => c.Users.SetPasswordAsync("u", new() { Password = "secret" })),
        ("GET /v1/me", c => c.Me.GetAsync()),
        ("POST /v1/sessions", c => c.Sessions.CreateAsync(new())),
        ("DELETE /v1/sessions/current", c => c.Sessions.DeleteCurrentAsync()),
        ("GET /v1/user-groups/g", c => c.UserGroups.GetAsync("g")),
        ("DELETE /v1/api-keys/k", c => c.ApiKeys.DeleteAsync("k")),
        ("POST /v1/organizations", c => c.Organizations.CreateAsync(new())),
        ("GET /v1/organization", c => c.Organizations.GetOwnAsync()),
        ("PATCH /v1/organization", c => c.Organizations.PatchOwnAsync(new())),
        ("POST /v1/leads", c => c.Leads.CreateAsync(new())),
        ("GET /v1/leads/a%2Fb%20%C3%A9", c => c.Leads.GetAsync("a/b é")),
        ("PATCH /v1/leads/l", c => c.Leads.PatchAsync("l", new())),
        ("GET /v1/leads?workflowId=w&systemStatus=dead&doNotContact=true&q=%2B1%20202&limit=5&cursor=a%2Bb",
            c => c.Leads.SearchAsync(new LeadSearch { WorkflowId = "w", SystemStatus = "dead", DoNotContact = true, Text = "+1 202" }, Page)),
        ("POST /v1/leads/import?dryRun=true", c => c.Leads.ImportAsync(new MemoryStream(), DncMediaTypes.Csv, dryRun: true)),
        ("GET /v1/leads/l/actions?explain=true", c => c.Leads.ListActionsAsync("l", explain: true)),
        ("GET /v1/leads/l/actions", c => c.Leads.ListActionsAsync("l")),
        ("POST /v1/leads/l/actions/a/executions", c => c.Leads.ExecuteAsync("l", "a")),
        ("GET /v1/leads/l/history", c => c.Leads.ListHistoryAsync("l")),
        ("POST /v1/contact-checks", c => c.ContactChecks.CheckPhoneAsync("+12025550123", "call")),
        ("POST /v1/contact-checks", c => c.ContactChecks.CheckLeadAsync("l", "sms")),
        ("POST /v1/contact-checks/batch", c => c.ContactChecks.CheckBatchAsync(new BatchCheckRequest())),
        ("POST /v1/contact-checks/batch?detail=true", c => c.ContactChecks.CheckBatchInDetailAsync(new BatchCheckRequest())),
        ("POST /v1/scrubs?channel=sms&region=US&column=1&delimiter=%3B&header=false",
            c => c.Scrubs.ScrubAsync(new MemoryStream("2025550123;Jane\n"u8.ToArray()), Stream.Null, new() { Channel = "sms", Region = "US" })),
        ("GET /v1/dnc/entries?email=a%40b.test&activeOn=2026-05-01T12%3A00%3A00Z",
            c => c.Registry.SearchAsync(new EntrySearch { Email = "a@b.test", ActiveOn = Noon })),
        ("GET /v1/dnc/entries/e", c => c.Registry.GetAsync("e")),
        ("POST /v1/dnc/entries", c => c.Registry.AddAsync(new())),
        ("DELETE /v1/dnc/entries/e", c => c.Registry.RevokeAsync("e", new() { Reason = "wrong" })),
        ("POST /v1/dnc/entries/import", c => c.Registry.ImportAsync(new MemoryStream(), DncMediaTypes.NdJson)),
        ("GET /v1/dnc/entries/export?source=import", c => c.Registry.OpenExportAsync(new EntrySearch { Source = "import" }, DncMediaTypes.Csv)),
        ("GET /v1/dnc/entries?importId=i", c => c.Registry.SearchAsync(new EntrySearch { ImportId = "i" })),
        ("GET /v1/dnc/imports?limit=5&cursor=a%2Bb", c => c.Registry.ListImportsAsync(Page)),
        ("GET /v1/dnc/imports/i", c => c.Registry.GetImportAsync("i")),
        ("DELETE /v1/dnc/imports/i", c => c.Registry.RevokeImportAsync("i", new() { Reason = "wrong" })),
        ("GET /v1/dnc/changes?after=7&limit=10", c => c.Events.GetDncChangesAsync(7, 10)),
        ("GET /v1/reports/action-usage?from=2026-05-01T12%3A00%3A00Z&groupBy=day", c => c.Reports.GetActionUsageAsync("day", Noon)),
        ("GET /v1/reports/leads?groupBy=status&doNotContact=false", c => c.Reports.CountLeadsAsync("status", false)),
        ("GET /v1/audit?to=2026-05-01T12%3A00%3A00Z&actor=u&leadId=l", c => c.Audit.SearchAsync(new() { To = Noon, Actor = "u", LeadId = "l" })),
        ("GET /v1/audit/access?from=2026-05-01T12%3A00%3A00Z&actor=key%3Ak&kind=entries.exported&limit=5&cursor=a%2Bb",
            c => c.Audit.SearchAccessAsync(new() { From = Noon, Actor = "key:k", Kind = "entries.exported" }, Page)),
        ("GET /v1/cluster", c => c.Cluster.GetAsync()),
        ("GET /v1/diagnostics/coverage", c => c.Diagnostics.GetCoverageAsync()),
        ("GET /v1/diagnostics/leads/l?userId=u&actionId=a", c => c.Diagnostics.GetLeadAsync("l", "u", "a")),
        ("GET /v1/diagnostics/actions/a?targetWorkflowId=w&targetStatusId=s", c => c.Diagnostics.GetActionAsync("a", null, "w", "s")),
        ("GET /v1/jobs/j", c => c.Jobs.GetAsync("j")),
    ];

    public static TheoryData<int, string> Calls { get; } = [.. Table.Select((row, i) => (i, row.Line))];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Every_call_asks_for_its_path(int row, string line)
    {
        using var fixture = new ClientFixture();
        fixture.Gateway.Problem(HttpStatusCode.Forbidden, "{}");

        await Assert.ThrowsAsync<DncProblemException>(() => Table[row].Call(fixture.Client));

        Assert.Equal(line, Assert.Single(fixture.Gateway.Seen).Line);
        Assert.Equal("Bearer key", fixture.Gateway.Last.Header("Authorization"));
        Assert.Equal(line.StartsWith("POST", StringComparison.Ordinal) ? "key-1" : null, fixture.Gateway.Last.Header(DncHeaders.IdempotencyKey));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_would_change_the_path_is_refused_before_anything_is_sent(string id)
    {
        using var fixture = new ClientFixture();

        await Assert.ThrowsAsync<ArgumentException>(() => fixture.Client.Leads.GetAsync(id, cancellation: TestContext.Current.CancellationToken));

        Assert.Empty(fixture.Gateway.Seen);
    }

    [Fact]
    public async Task A_path_of_the_base_address_stands_before_the_calls()
    {
        using var fixture = new ClientFixture(o => o with { BaseAddress = new Uri("http://gateway.test/dnc") });
        fixture.Gateway.Json("""{"id":"default","name":"Default","region":"US","version":1}""");

        await fixture.Client.Organizations.GetOwnAsync(cancellation: TestContext.Current.CancellationToken);

        Assert.Equal("GET /dnc/v1/organization", fixture.Gateway.Last.Line);
    }

    [Fact]
    public async Task A_call_may_name_its_own_person_key_and_version()
    {
        using var fixture = new ClientFixture(o => o with { ActingUser = "ann" });
        fixture.Gateway.Problem(HttpStatusCode.Forbidden, "{}").Problem(HttpStatusCode.Forbidden, "{}").Problem(HttpStatusCode.Forbidden, "{}");
        var cancellation = TestContext.Current.CancellationToken;

        await Assert.ThrowsAsync<DncProblemException>(() => fixture.Client.Leads.GetAsync("l", cancellation: cancellation));
        Assert.Equal("ann", fixture.Gateway.Last.Header(DncHeaders.ActingUser));

        var own = new DncCallOptions { ActingUser = "bob", IdempotencyKey = "mine" };
        await Assert.ThrowsAsync<DncProblemException>(() => fixture.Client.Leads.ExecuteAsync("l", "a", null, own, cancellation));
        Assert.Equal("bob", fixture.Gateway.Last.Header(DncHeaders.ActingUser));
        Assert.Equal("mine", fixture.Gateway.Last.Header(DncHeaders.IdempotencyKey));
        Assert.Equal("{}", fixture.Gateway.Last.Body);

        var seen = new DncCallOptions { IfMatch = 7 };
        await Assert.ThrowsAsync<DncProblemException>(() => fixture.Client.Workflows.PatchAsync("w", new() { Name = "Sales" }, seen, cancellation));
        Assert.Equal("\"7\"", fixture.Gateway.Last.Header("If-Match"));
        Assert.Equal("""{"name":"Sales"}""", fixture.Gateway.Last.Body);
    }

    [Fact]
    public async Task Changing_a_status_gives_the_status_or_the_job_that_is_left_to_do()
    {
        using var fixture = new ClientFixture();
        fixture.Gateway
            .Json(
                """
                {"id":"s","name":"Dead","systemStatus":"dead","restrictsContact":[],"allowedRoles":[],
                 "enabled":true,"archived":false,"order":1,"actions":[]}
                """)
            .Json(
                """{"id":"j","kind":"status-restriction","subject":"w/s","state":"running","done":0,"startedBy":"u","startedAt":"2026-05-01T12:00:00Z"}""",
                HttpStatusCode.Accepted);
        var cancellation = TestContext.Current.CancellationToken;

        var done = await fixture.Client.Statuses.PatchAsync("w", "s", new(), cancellation: cancellation);
        var begun = await fixture.Client.Statuses.PatchAsync("w", "s", new(), cancellation: cancellation);

        Assert.Equal("Dead", done.Status?.Name);
        Assert.Null(done.Job);
        Assert.Null(begun.Status);
        Assert.Equal("j", begun.Job?.Id);
    }

    [Fact]
    public async Task A_job_is_asked_for_until_it_no_longer_runs()
    {
        using var fixture = new ClientFixture();
        const string Job = """{"id":"j","kind":"k","subject":"w/s","state":"STATE","done":1,"total":2,"startedBy":"u","startedAt":"2026-05-01T12:00:00Z"}""";
        foreach (var state in (string[])["running", "running", "done"])
            fixture.Gateway.Json(Job.Replace("STATE", state, StringComparison.Ordinal));

        var job = await fixture.Client.Jobs.WaitAsync("j", TimeSpan.FromSeconds(2), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal("done", job.State);
        Assert.Equal([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2)], fixture.Time.Waits);
    }

    [Fact]
    public async Task Health_is_asked_once_and_told_as_it_is()
    {
        using var fixture = new ClientFixture();
        fixture.Gateway.Then(() => new HttpResponseMessage()).Unavailable().Fault();
        var cancellation = TestContext.Current.CancellationToken;

        Assert.True(await fixture.Client.Health.IsAliveAsync(cancellation));
        Assert.False(await fixture.Client.Health.IsReadyAsync(cancellation));
        Assert.False(await fixture.Client.Health.IsReadyAsync(cancellation));
        Assert.Equal(3, fixture.Gateway.Seen.Count);
    }
}
