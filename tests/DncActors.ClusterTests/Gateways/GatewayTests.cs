using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using DncActors.ClusterTests.Http;
using DncActors.ClusterTests.Rpc;
using DncActors.ClusterTests.Story;
using DncActors.Contracts.Access;
using DncActors.Contracts.ContactChecks;
using DncActors.Domain.ContactPoints;
using V1 = DncActors.Client.Protos.Dnc.V1;

namespace DncActors.ClusterTests.Gateways;

/// <summary>What a node does, a gateway does that has only silos to ask.</summary>
public sealed class GatewayTests(SilosAndGateway silos) : IClassFixture<SilosAndGateway>
{
    [Fact]
    public async Task What_was_executed_through_a_gateway_blocks_there_by_phone_in_a_batch_and_by_lead_and_is_explained()
    {
        using var admin = await silos.NewOrganizationAsync();
        var world = await StoryWorld.MakeAsync(admin);
        using var crm = admin.As(world.CrmKey);
        (await crm.PostAsync("/v1/leads", world.Lead("L-1", world.New, ["east"], "(202) 555-0123", "jane@example.com"), actingUser: "mia"))
            .Expect(HttpStatusCode.Created);
        var free = (await admin.GetAsync("/v1/contact-checks?phone=%2B12025550123&channel=call")).Expect(HttpStatusCode.OK);
        Assert.True(free["allowed"].GetBoolean());

        var path = $"/v1/leads/L-1/actions/{world.DeadAction}/executions";
        var execution = (await crm.PostAsync(path, new { note = "said stop" }, "ann-1", "ann")).Expect(HttpStatusCode.Created);

        var phone = (await admin.GetAsync("/v1/contact-checks?phone=%2B12025550123&channel=call")).Expect(HttpStatusCode.OK);
        Assert.False(phone["allowed"].GetBoolean());
        Assert.Contains(execution.Id, phone["reasons"].GetRawText(), StringComparison.Ordinal);
        Assert.True(phone["asOf"].GetInt64() > free["asOf"].GetInt64());
        Assert.False((await admin.GetAsync("/v1/contact-checks?email=jane@example.com&channel=email"))["allowed"].GetBoolean());
        Assert.False((await admin.GetAsync("/v1/contact-checks?leadId=L-1&channel=call"))["allowed"].GetBoolean());
        (await admin.GetAsync("/v1/contact-checks?leadId=L-9&channel=call")).ExpectProblem(HttpStatusCode.NotFound, "not-found");
        var batch = (await admin.PostAsync("/v1/contact-checks/batch", new { channel = "call", phones = new[] { "2025550123", "+12025559999", "what" } }))
            .Expect(HttpStatusCode.OK);
        Assert.Equal(["blocked", "allowed", "invalid"], batch["verdicts"].EnumerateArray().Select(v => v.GetString()!));
        Assert.Equal(execution.Id, (await crm.PostAsync(path, new { note = "said stop" }, "ann-1", "ann")).Expect(HttpStatusCode.OK).Id);
        (await crm.PostAsync(path, new { note = "other" }, "ann-1", "ann")).ExpectProblem(HttpStatusCode.Conflict, "conflict");
        await TheRecordIsReadAsync(admin, world, execution);
    }

    static async Task TheRecordIsReadAsync(Api admin, StoryWorld world, Answer execution)
    {
        Assert.Equal(world.Dead, (await admin.GetAsync("/v1/leads/L-1")).Expect(HttpStatusCode.OK)["statusId"].GetString());
        Assert.Equal("L-1", Assert.Single((await admin.GetAsync("/v1/leads?doNotContact=true"))["items"].EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal(execution.Id, Assert.Single((await admin.GetAsync("/v1/leads/L-1/history"))["items"].EnumerateArray()).GetProperty("id").GetString());
        Assert.Contains("lead.doNotContact", (await admin.GetAsync("/v1/audit?leadId=L-1")).Expect(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        Assert.NotEmpty((await admin.GetAsync("/v1/reports/action-usage")).Expect(HttpStatusCode.OK)["items"].EnumerateArray());
        Assert.NotEmpty((await admin.GetAsync("/v1/reports/leads")).Expect(HttpStatusCode.OK)["items"].EnumerateArray());
        Assert.NotEmpty((await admin.GetAsync($"/v1/workflows/{world.Workflow}/versions")).Expect(HttpStatusCode.OK)["items"].EnumerateArray());
        (await admin.GetAsync($"/v1/workflows/{world.Workflow}/versions/1")).Expect(HttpStatusCode.OK);
        (await admin.GetAsync("/v1/diagnostics/leads/L-1")).Expect(HttpStatusCode.OK);
        (await admin.GetAsync("/v1/user-groups/east")).Expect(HttpStatusCode.OK);
        (await admin.GetAsync("/v1/jobs")).Expect(HttpStatusCode.OK);
        (await admin.GetAsync("/v1/leads?cursor=nonsense")).ExpectProblem(HttpStatusCode.BadRequest, "validation");
        Assert.Contains("+12025550123", (await admin.GetAsync("/v1/dnc/changes?after=0")).Expect(HttpStatusCode.OK).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_sign_in_and_an_import_is_foreseen_and_undone_through_a_gateway()
    {
        using var admin = await silos.NewOrganizationAsync();
        var organizationId = (await admin.GetAsync("/v1/me")).Expect(HttpStatusCode.OK)["organizationId"].GetString();
        const string password = "correct horse battery staple";
        var user = new { id = "ann", name = "Ann", roles = new[] { "manager" }, userGroups = Array.Empty<string>() };
        (await admin.PostAsync("/v1/users", user)).Expect(HttpStatusCode.Created);
        (await admin.PutAsync("/v1/users/ann/password", new { password })).Expect(HttpStatusCode.NoContent);
        (await admin.PostAsync("/v1/sessions", new { organizationId, user = "ann", password = password + "s" })).Expect(HttpStatusCode.Unauthorized);
        var session = (await admin.PostAsync("/v1/sessions", new { organizationId, user = "Ann", password })).Expect(HttpStatusCode.Created);
        using var ann = admin.As(session["key"].GetString()!);
        Assert.Equal("ann", (await ann.GetAsync("/v1/me")).Expect(HttpStatusCode.OK)["userId"].GetString());

        const string File = "phone\n202-555-0171\n202-555-0172\n";
        var foreseen = (await ann.PostTextAsync("/v1/dnc/entries/import?dryRun=true", File, "text/csv")).Expect(HttpStatusCode.OK);
        Assert.Equal((2, 0), (foreseen["newlyBlocked"].GetInt32(), foreseen["alreadyBlocked"].GetInt32()));
        var import = (await ann.PostTextAsync("/v1/dnc/entries/import", File, "text/csv")).Expect(HttpStatusCode.OK)["importId"].GetString();
        Assert.False((await ann.GetAsync("/v1/contact-checks?phone=2025550171&channel=call"))["allowed"].GetBoolean());
        var job = (await ann.DeleteAsync($"/v1/dnc/imports/{import}", new { reason = "the wrong list" })).Expect(HttpStatusCode.Accepted);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while ((await ann.GetAsync($"/v1/jobs/{job.Id}")).Expect(HttpStatusCode.OK)["state"].GetString() != "done")
            await ticks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        Assert.True((await ann.GetAsync("/v1/contact-checks?phone=2025550171&channel=call"))["allowed"].GetBoolean());
        var listed = Assert.Single((await ann.GetAsync("/v1/dnc/imports")).Expect(HttpStatusCode.OK)["items"].EnumerateArray());
        Assert.Equal((import, "ann"), (listed.GetProperty("id").GetString(), listed.GetProperty("by").GetString()));
        Assert.Equal(2, listed.GetProperty("revoked").GetInt32());

        (await ann.DeleteAsync("/v1/sessions/current")).Expect(HttpStatusCode.NoContent);
        (await ann.GetAsync("/v1/me")).Expect(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_file_of_more_lines_than_a_call_to_a_silo_has_is_scrubbed_through_a_gateway()
    {
        using var admin = await silos.NewOrganizationAsync();
        (await admin.PostAsync("/v1/dnc/entries", new { phone = "2025550124", channels = new[] { "call" }, reason = "asked" })).Expect(HttpStatusCode.Created);
        var file = "phone\n" + string.Concat(Enumerable.Range(0, 30_000).Select(i => $"202555{i % 9_000:0000}\n"));

        var scrubbed = (await admin.PostTextAsync("/v1/scrubs", file, "text/csv")).Expect(HttpStatusCode.OK).Text;

        Assert.Equal(30_001, scrubbed.Count(c => c == '\n'));
        Assert.Equal(file, scrubbed.Replace(",allowed,", "", StringComparison.Ordinal).Replace(",blocked,dnc.entry", "", StringComparison.Ordinal)
            .Replace(",verdict,reason", "", StringComparison.Ordinal));
        Assert.Equal(4, scrubbed.Split("2025550124,blocked,dnc.entry\n").Length - 1);
    }

    [Fact]
    public async Task Dialers_are_answered_by_grpc_too_from_what_the_silos_know()
    {
        using var admin = await silos.NewOrganizationAsync();
        var entry = new { phone = "+12025550188", channels = new[] { "call" }, reason = "asked" };
        (await admin.PostAsync("/v1/dnc/entries", entry)).Expect(HttpStatusCode.Created);
        using var calls = new RpcCalls(silos.RpcAddress, admin.Key);

        var blocked = await calls.CheckAsync(new() { E164 = 12_025_550_188, Channel = V1.Channel.Call });
        Assert.Equal((V1.VerdictCode.Blocked, "dnc.entry"), (blocked.Verdict_, Assert.Single(blocked.Reasons).Code));
        var answers = await calls.AskAsync([.. Enumerable.Range(0, 5_000).Select(
            i => new V1.StreamQuestion { Id = (ulong)i, E164 = 12_025_550_187 + ((ulong)i % 2), Channel = V1.Channel.Call })]);
        Assert.Equal(Enumerable.Range(0, 5_000).Select(i => ((ulong)i, i % 2 == 1)), answers.Select(a => (a.Id, a.Verdict == V1.VerdictCode.Blocked)));
        Assert.All(answers, a => Assert.True(a.Verdict is V1.VerdictCode.Blocked or V1.VerdictCode.Allowed));
    }

    [Fact]
    public async Task An_edit_is_seen_by_the_next_request()
    {
        using var admin = await silos.NewOrganizationAsync();
        var id = (await admin.PostAsync("/v1/workflows", new { name = "Inbound", recordType = "lead" })).Expect(HttpStatusCode.Created).Id;

        for (var version = 2; version < 12; version++)
        {
            (await admin.PatchAsync($"/v1/workflows/{id}", new { name = $"Inbound {version}" })).Expect(HttpStatusCode.OK);
            Assert.Equal($"Inbound {version}", (await admin.GetAsync($"/v1/workflows/{id}")).Expect(HttpStatusCode.OK)["name"].GetString());
        }
    }

    [Fact]
    public async Task A_key_that_was_revoked_is_refused_at_once()
    {
        using var admin = await silos.NewOrganizationAsync();
        var made = (await admin.PostAsync("/v1/api-keys", new { name = "Dialer", role = "dialer" })).Expect(HttpStatusCode.Created);
        using var dialer = admin.As(made["key"].GetString()!);
        for (var i = 0; i < 4; i++) (await dialer.GetAsync("/v1/contact-checks?phone=%2B12025550123&channel=call")).Expect(HttpStatusCode.OK);

        (await admin.DeleteAsync($"/v1/api-keys/{made.Id}")).Expect(HttpStatusCode.NoContent);

        for (var i = 0; i < 4; i++)
        {
            (await dialer.GetAsync("/v1/contact-checks?phone=%2B12025550123&channel=call")).ExpectProblem(HttpStatusCode.Unauthorized, "unauthenticated");
        }
    }

    [Fact]
    public async Task A_key_that_was_let_in_before_is_asked_for_in_one_call_with_its_check()
    {
        using var admin = await silos.NewOrganizationAsync();
        (await admin.PostAsync("/v1/dnc/entries", new { phone = "2025550124", channels = new[] { "call" }, reason = "asked" })).Expect(HttpStatusCode.Created);

        var before = silos.Asked;
        Assert.True((await admin.GetAsync("/v1/contact-checks?phone=2025550123&channel=call")).Expect(HttpStatusCode.OK)["allowed"].GetBoolean());
        Assert.Equal(1, silos.Asked - before);

        // The second call is about the reasons.
        var blocked = (await admin.GetAsync("/v1/contact-checks?phone=2025550124&channel=call")).Expect(HttpStatusCode.OK);
        Assert.Equal("dnc.entry", Assert.Single(blocked["reasons"].EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal(3, silos.Asked - before);
    }

    [Fact]
    public async Task A_silo_answers_no_check_of_another_organization_than_the_keys_whatever_a_gateway_believes()
    {
        using var admin = await silos.NewOrganizationAsync();
        using var other = await silos.NewOrganizationAsync();
        var entry = new { phone = "+12025550124", channels = new[] { "call" }, reason = "asked" };
        foreach (var one in new[] { admin, other }) (await one.PostAsync("/v1/dnc/entries", entry)).Expect(HttpStatusCode.Created);
        var theirs = (await other.GetAsync("/v1/me")).Expect(HttpStatusCode.OK)["organizationId"].GetString()!;
        ImmutableArray<byte> key = [.. SHA256.HashData(Encoding.UTF8.GetBytes(admin.Key!))];

        var answers = await silos.Cluster.Client.GetGrain<IAccessGrain>(0).ResolveAsync(
            [new(key, null, CheckOf(theirs)), new(key, null), new([.. new byte[32]], null, CheckOf(theirs))]);
        var own = answers[0].Access!.Organization;
        var asked = await silos.Cluster.Client.GetGrain<IAccessGrain>(0).ResolveAsync([new(key, null, CheckOf(own))]);

        Assert.NotEqual(theirs, own);
        Assert.All(answers, answer => Assert.Null(answer.Check));
        Assert.Equal(AccessDenial.UnknownKey, answers[2].Denial);
        Assert.Equal(CheckVerdict.Blocked, Assert.Single(asked).Check?.Verdict);

        static CheckAsked CheckOf(string organization) => new(organization, 12_025_550_124, null, Channels.Call);
    }

    [Fact]
    public async Task A_national_number_is_read_by_the_region_that_the_organization_has_now()
    {
        using var admin = await silos.NewOrganizationAsync();
        const string Check = "/v1/contact-checks?phone=2025550143&channel=call";
        var entry = new { phone = "+442025550143", channels = new[] { "call" }, reason = "asked" };
        (await admin.PostAsync("/v1/dnc/entries", entry)).Expect(HttpStatusCode.Created);
        Assert.True((await admin.GetAsync(Check)).Expect(HttpStatusCode.OK)["allowed"].GetBoolean());

        foreach (var (region, isAllowed) in new[] { ("GB", false), ("US", true) })
        {
            (await admin.PatchAsync("/v1/organization", new { region })).Expect(HttpStatusCode.OK);
            for (var i = 0; i < 2; i++) Assert.Equal(isAllowed, (await admin.GetAsync(Check)).Expect(HttpStatusCode.OK)["allowed"].GetBoolean());
        }
    }

    [Fact]
    public async Task Who_may_not_check_any_more_is_refused_at_once_and_whoever_they_act_for_must_be_allowed_to()
    {
        using var admin = await silos.NewOrganizationAsync();
        const string Check = "/v1/contact-checks?phone=2025550123&channel=call";
        var clerk = new { id = "clerk", name = "Clerk", permissions = new[] { "contact.check" } };
        (await admin.PostAsync("/v1/roles", clerk)).Expect(HttpStatusCode.Created);
        var made = (await admin.PostAsync("/v1/api-keys", new { name = "Desk", role = "clerk", actsForUsers = true })).Expect(HttpStatusCode.Created);
        using var desk = admin.As(made["key"].GetString()!);
        (await admin.PostAsync("/v1/roles", new { id = "reader", name = "Reader", permissions = new[] { "lead.read" } })).Expect(HttpStatusCode.Created);
        var user = new { id = "ron", name = "Ron", roles = new[] { "reader" }, userGroups = Array.Empty<string>() };
        (await admin.PostAsync("/v1/users", user)).Expect(HttpStatusCode.Created);
        for (var i = 0; i < 2; i++) (await desk.GetAsync(Check)).Expect(HttpStatusCode.OK);

        (await desk.SendAsync(HttpMethod.Get, Check, null, r => r.Headers.Add("X-Acting-User", "ron"))).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        (await admin.PatchAsync("/v1/roles/clerk", new { permissions = new[] { "lead.read" } })).Expect(HttpStatusCode.OK);

        (await desk.GetAsync(Check)).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task An_import_through_a_gateway_blocks_when_it_is_answered_and_sent_again_is_the_same_and_is_exported_whole()
    {
        using var admin = await silos.NewOrganizationAsync();
        const int lines = 2_345;
        var body = new StringBuilder();
        for (var i = 0; i < lines; i++) body.Append("{\"phone\":\"+1202").Append(5_550_000 + i).Append("\",\"reason\":\"Bought list\"}\n");
        body.Append("{\"phone\":\"12\",\"reason\":\"Bought list\"}\n");

        var first = (await admin.PostTextAsync("/v1/dnc/entries/import", body.ToString(), "application/x-ndjson", "once")).Expect(HttpStatusCode.OK);
        var again = (await admin.PostTextAsync("/v1/dnc/entries/import", body.ToString(), "application/x-ndjson", "once")).Expect(HttpStatusCode.OK);

        Assert.Equal((lines, 1), (first["accepted"].GetInt32(), first["rejected"].GetInt32()));
        Assert.Equal(first["accepted"].GetInt32(), again["accepted"].GetInt32());
        var phones = Enumerable.Range(0, 12_000).Select(i => $"+1202{5_550_000 + i}").ToArray();
        var batch = (await admin.PostAsync("/v1/contact-checks/batch", new { channel = "call", phones })).Expect(HttpStatusCode.OK);
        Assert.Equal((lines, 12_000 - lines), (batch["blocked"].GetInt32(), batch["allowed"].GetInt32()));
        var exported = (await admin.GetAsync("/v1/dnc/entries/export")).Expect(HttpStatusCode.OK).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(lines, exported.Distinct().Count());
    }

    [Fact]
    public async Task Checks_that_come_at_once_are_answered_each_with_its_own_verdict()
    {
        using var admin = await silos.NewOrganizationAsync();
        foreach (var i in new[] { 0, 7, 64 })
        {
            var entry = new { phone = $"+1202555{i:0000}", channels = new[] { "call" }, reason = "Asked by phone" };
            (await admin.PostAsync("/v1/dnc/entries", entry)).Expect(HttpStatusCode.Created);
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => admin.GetAsync($"/v1/contact-checks?phone=%2B1202555{i:0000}&channel=call")));

        for (var i = 0; i < answers.Length; i++) Assert.Equal(i is not (0 or 7 or 64), answers[i].Expect(HttpStatusCode.OK)["allowed"].GetBoolean());
    }
}
