using System.Net;
using System.Text;
using DncActors.ClusterTests.Host;
using DncActors.ClusterTests.Http;
using DncActors.ClusterTests.Story;

namespace DncActors.ClusterTests.Contract;

/// <summary>What answers say of one another, against the real host.</summary>
public sealed class ReadingTests(SharedHost shared)
{
    [Fact]
    public async Task A_repeat_is_answered_also_when_the_permission_is_gone_and_nothing_new_is_done()
    {
        var host = await shared.OrganizationAsync();
        using var admin = new Api(host.Address, host.AdministratorKey);
        var world = await StoryWorld.MakeAsync(admin);
        var role = (await admin.PostAsync("/v1/roles", new { name = "Runner", permissions = new[] { "action.execute", "lead.read" } }))
            .Expect(HttpStatusCode.Created).Id;
        using var runner = admin.As((await admin.PostAsync("/v1/api-keys", new { name = "Runner", role })).Expect(HttpStatusCode.Created)["key"].GetString()!);
        foreach (var id in new[] { "L-1", "L-2" })
        {
            (await admin.PostAsync("/v1/leads", world.Lead(id, world.New, ["east"], "202-555-0123"))).Expect(HttpStatusCode.Created);
        }
        var first = (await ExecuteAsync("L-1", "call-1")).Expect(HttpStatusCode.Created);

        (await admin.PatchAsync($"/v1/roles/{role}", new { permissions = new[] { "lead.read" } })).Expect(HttpStatusCode.OK);

        Assert.Equal(first.Id, (await ExecuteAsync("L-1", "call-1")).Expect(HttpStatusCode.OK).Id);
        (await ExecuteAsync("L-2", "call-2")).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");

        Task<Answer> ExecuteAsync(string lead, string key) =>
            runner.PostAsync($"/v1/leads/{lead}/actions/{world.DeadAction}/executions", new { note = "stop" }, key);
    }

    [Fact]
    public async Task A_lead_in_a_status_that_restricts_contact_is_flagged_in_every_figure_also_without_an_entry_of_its_own()
    {
        var host = await shared.OrganizationAsync();
        using var admin = new Api(host.Address, host.AdministratorKey);
        var world = await StoryWorld.MakeAsync(admin);
        var hold = await StoryWorld.StatusAsync(admin, world.Workflow, "Hold", "active", ["call"]);
        (await admin.PostAsync("/v1/leads", world.Lead("L-mail", hold, ["east"], "only@mail.example"))).Expect(HttpStatusCode.Created);
        (await admin.PostAsync("/v1/leads", world.Lead("L-free", world.New, ["east"], "free@mail.example"))).Expect(HttpStatusCode.Created);

        Assert.True((await admin.GetAsync("/v1/leads/L-mail"))["doNotContact"].GetProperty("flagged").GetBoolean());
        Assert.Equal(["L-mail"], await IdsAsync("doNotContact=true"));
        Assert.Equal(["L-free"], await IdsAsync("doNotContact=false"));
        Assert.Equal(["L-mail"], await IdsAsync("doNotContact=true&q=jane"));
        Assert.Equal(["L-free"], await IdsAsync("doNotContact=false&q=jane"));
        Assert.Equal(["L-mail"], await IdsAsync($"doNotContact=true&statusId={hold}"));
        Assert.Empty(await IdsAsync($"doNotContact=false&statusId={hold}"));
        var row = (await admin.GetAsync("/v1/reports/leads?groupBy=status"))["items"].EnumerateArray()
            .Single(r => r.GetProperty("statusId").GetString() == hold);
        Assert.Equal((1, 0), (row.GetProperty("doNotContact").GetInt32(), row.GetProperty("active").GetInt32()));

        async Task<string[]> IdsAsync(string query) =>
            [.. (await admin.GetAsync("/v1/leads?" + query)).Expect(HttpStatusCode.OK)["items"].EnumerateArray().Select(l => l.GetProperty("id").GetString()!)];
    }

    [Fact]
    public async Task An_import_does_not_outlive_the_key_that_began_it()
    {
        var host = await shared.OrganizationAsync();
        using var admin = new Api(host.Address, host.AdministratorKey);
        var made = (await admin.PostAsync("/v1/api-keys", new { name = "List", role = "manager" })).Expect(HttpStatusCode.Created);
        using var importer = admin.As(made["key"].GetString()!);
        using var body = new HeldBody(Lines(0, 100), Lines(100, 2_000));
        body.Headers.ContentType = new("application/x-ndjson");
        var importing = importer.SendAsync(HttpMethod.Post, "/v1/dnc/entries/import", body, r => r.Headers.ExpectContinue = true);
        await body.Begun;
        (await admin.DeleteAsync($"/v1/api-keys/{made.Id}")).Expect(HttpStatusCode.NoContent);
        body.Release();

        var ended = (await importing).ExpectProblem(HttpStatusCode.Unauthorized, "unauthenticated");
        // A chunk that was not whole is not taken: sent again, the import would be cut elsewhere.
        Assert.Equal(0, ended["lastLine"].GetInt64());
        foreach (var phone in new[] { Phone(0), Phone(1_999) })
        {
            Assert.True((await admin.GetAsync($"/v1/contact-checks?phone={phone}&channel=call"))["allowed"].GetBoolean());
        }
    }

    [Fact]
    public async Task A_lead_whose_id_would_be_an_email_is_nobody()
    {
        var host = await shared.OrganizationAsync();
        using var admin = new Api(host.Address, host.AdministratorKey);
        (await admin.PatchAsync("/v1/leads/nobody@reading.example", new { name = "Jane" })).ExpectProblem(HttpStatusCode.NotFound, "not-found");
        Assert.DoesNotContain("nobody@reading.example", host.Output, StringComparison.Ordinal);
    }

    static string Phone(int i) => $"202555{i:D4}";

    static string Lines(int from, int to)
    {
        var lines = new StringBuilder();
        for (var i = from; i < to; i++) lines.Append($"{{\"phone\":\"{Phone(i)}\",\"channels\":[\"call\"],\"reason\":\"asked\"}}\n");
        return lines.ToString();
    }
}
