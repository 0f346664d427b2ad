using System.Net;
using System.Text.Json;
using DncActors.ClusterTests.Host;
using DncActors.ClusterTests.Http;
using DncActors.ClusterTests.Story;

namespace DncActors.ClusterTests.Workflows;

/// <summary>Previews, versions and restoring one, against the real host.</summary>
public sealed class WorkflowVersionTests(SharedHost shared)
{
    [Fact]
    public async Task A_preview_tells_of_every_target_and_changes_nothing()
    {
        var host = await shared.OrganizationAsync();
        using var admin = new Api(host.Address, host.AdministratorKey);
        var world = await StoryWorld.MakeAsync(admin);
        var off = await StoryWorld.StatusAsync(admin, world.Workflow, "Off", "active", [], enabled: false);
        var template = (await admin.PostAsync("/v1/action-templates", new
        {
            name = "DNC",
            recordType = "lead",
            action = StoryWorld.DncAction(world.Workflow, world.Dead),
        })).Expect(HttpStatusCode.Created).Id;
        var targets = new[] { world.Contacted, world.New, off }.Select(statusId => new { workflowId = world.Workflow, statusId });
        var before = (await admin.GetAsync($"/v1/workflows/{world.Workflow}")).Text;

        foreach (var path in new[]
        {
            $"/v1/action-templates/{template}/applications", $"/v1/workflows/{world.Workflow}/statuses/{world.New}/actions/{world.DeadAction}/copies",
        })
        {
            var items = (await admin.PostAsync(path + "?dryRun=true", new { targets })).Expect(HttpStatusCode.OK)["items"].EnumerateArray().ToList();

            Assert.Equal(["added", "replaced", "refused"], items.Select(i => i.GetProperty("outcome").GetString()));
            Assert.Equal(["Contacted", "New", "Off"], items.Select(i => i.GetProperty("statusName").GetString()));
            Assert.Equal([null, world.DeadAction, null], items.Select(i => i.GetProperty("replacedActionId").GetString()));
            Assert.Equal([JsonValueKind.Null, JsonValueKind.Object, JsonValueKind.Null], items.Select(i => i.GetProperty("before").ValueKind));
            Assert.Equal("Do Not Contact", items[0].GetProperty("after").GetProperty("name").GetString());
            Assert.Contains("is disabled", items[2].GetProperty("reason").GetString(), StringComparison.Ordinal);
            (await admin.PostAsync(path, new { targets })).ExpectProblem(HttpStatusCode.UnprocessableEntity, "unprocessable");
        }
        Assert.Equal(before, (await admin.GetAsync($"/v1/workflows/{world.Workflow}")).Text);
    }

    [Fact]
    public async Task A_version_says_what_changed_and_can_be_published_anew()
    {
        var host = await shared.OrganizationAsync();
        using var admin = new Api(host.Address, host.AdministratorKey);
        var world = await StoryWorld.MakeAsync(admin);
        var path = $"/v1/workflows/{world.Workflow}";
        var good = (await admin.GetAsync(path))["version"].GetInt64();
        (await admin.PatchAsync($"{path}/statuses/{world.Contacted}", new { name = "Reached" })).Expect(HttpStatusCode.OK);
        (await admin.DeleteAsync($"{path}/statuses/{world.New}/actions/{world.DeadAction}")).Expect(HttpStatusCode.NoContent);
        var extra = await StoryWorld.StatusAsync(admin, world.Workflow, "Extra", "active", []);
        (await admin.PostAsync("/v1/leads", world.Lead("L-1", extra, ["east"], "202-555-0123"))).Expect(HttpStatusCode.Created);

        var versions = (await admin.GetAsync($"{path}/versions?limit=3")).Expect(HttpStatusCode.OK)["items"].EnumerateArray().ToList();
        Assert.Equal(
            ["The status 'Extra' was added.", "Status 'New': the action 'Do Not Contact' was removed.",
                "Status 'Reached': the name is now 'Reached', before 'Contacted'."],
            versions.Select(v => v.GetProperty("changes")[0].GetProperty("text").GetString()));

        var refused = (await admin.PostAsync($"{path}/versions/{good}/restore", null)).ExpectProblem(HttpStatusCode.UnprocessableEntity, "unprocessable");
        Assert.Contains("'Extra'", refused["detail"].GetString(), StringComparison.Ordinal);
        (await admin.PostAsync("/v1/workflows/" + world.Workflow + "/versions/99/restore", null)).ExpectProblem(HttpStatusCode.NotFound, "not-found");

        var action = StoryWorld.DncAction(world.Workflow, world.Dead);
        var away = (await admin.PostAsync($"{path}/statuses/{extra}/actions", action)).Expect(HttpStatusCode.Created).Id;
        (await admin.PostAsync($"/v1/leads/L-1/actions/{away}/executions", new { note = "stop" })).Expect(HttpStatusCode.Created);
        var head = (await admin.GetAsync(path))["version"].GetInt64();
        var restored = (await admin.PostAsync($"{path}/versions/{good}/restore", null, "restore-1")).Expect(HttpStatusCode.OK);
        var again = (await admin.PostAsync($"{path}/versions/{good}/restore", null, "restore-1")).Expect(HttpStatusCode.OK);

        Assert.Equal(head + 1, restored["version"].GetInt64());
        Assert.Equal(restored.Text, again.Text);
        var statuses = restored["statuses"].EnumerateArray().ToDictionary(s => s.GetProperty("id").GetString()!);
        Assert.Equal("Contacted", statuses[world.Contacted].GetProperty("name").GetString());
        Assert.Equal(world.DeadAction, statuses[world.New].GetProperty("actions")[0].GetProperty("id").GetString());
        Assert.True(statuses[extra].GetProperty("archived").GetBoolean());
    }
}
