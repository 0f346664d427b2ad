using System.Net;
using System.Text.RegularExpressions;
using DncActors.ClusterTests.Http;
using DncActors.ClusterTests.Story;

namespace DncActors.ClusterTests.Contract;

/// <summary>One of each thing that a path can name, so that every endpoint of the contract can be called by its template.</summary>
public sealed partial class ContractWorld
{
    readonly Dictionary<string, string> ids = [];

    public StoryWorld Story { get; private init; } = null!;

    public static async Task<ContractWorld> MakeAsync(Api admin)
    {
        var story = await StoryWorld.MakeAsync(admin);
        var world = new ContractWorld { Story = story };
        world.ids["workflows"] = story.Workflow;
        world.ids["statuses"] = story.New;
        world.ids["actions"] = story.DeadAction;
        world.ids["users"] = "ann";
        world.ids["user-groups"] = "east";
        world.ids["versions"] = "1";
        world.ids["action-templates"] = (await admin.PostAsync("/v1/action-templates", new
        {
            name = "Do Not Contact",
            recordType = "lead",
            action = StoryWorld.DncAction(story.Workflow, story.Dead),
        })).Expect(HttpStatusCode.Created).Id;
        world.ids["roles"] = (await admin.PostAsync("/v1/roles", new { id = "closer", name = "Closer", permissions = new[] { "lead.read" } }))
            .Expect(HttpStatusCode.Created).Id;
        world.ids["api-keys"] = (await admin.PostAsync("/v1/api-keys", new { name = "Spare", role = "dialer" })).Expect(HttpStatusCode.Created).Id;
        world.ids["leads"] = (await admin.PostAsync("/v1/leads", story.Lead("L-contract", story.New, ["east"], "+12025550177", "contract@people.example")))
            .Expect(HttpStatusCode.Created).Id;
        world.ids["entries"] = (await admin.PostAsync("/v1/dnc/entries", new { phone = "+12025550188", channels = new[] { "call" }, reason = "asked" }))
            .Expect(HttpStatusCode.Created).Id;
        var imported = await admin.PostTextAsync("/v1/dnc/entries/import", "{\"phone\":\"+12025550144\"}\n", "application/x-ndjson");
        world.ids["imports"] = imported.Expect(HttpStatusCode.OK)["importId"].GetString()!;
        // Undone already: what is counted afterwards must not be a job's.
        var entry = (await admin.GetAsync($"/v1/dnc/entries?importId={world.ids["imports"]}")).Expect(HttpStatusCode.OK)["items"][0].GetProperty("id");
        (await admin.DeleteAsync($"/v1/dnc/entries/{entry.GetString()}", new { reason = "mistaken" })).Expect(HttpStatusCode.OK);
        (await admin.PostAsync("/v1/leads", story.Lead("L-standing", story.Contacted, [], "+12025550166"))).Expect(HttpStatusCode.Created);
        var job = (await admin.PatchAsync($"/v1/workflows/{story.Workflow}/statuses/{story.Contacted}", new { restrictsContact = new[] { "sms" } }))
            .Expect(HttpStatusCode.Accepted);
        world.ids["jobs"] = job.Id;
        // What is counted afterwards must not be the job's.
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while ((await admin.GetAsync($"/v1/jobs/{job.Id}")).Expect(HttpStatusCode.OK)["state"].GetString() != "done")
        {
            await ticks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
        return world;
    }

    /// <summary>The template with its parameters filled in: each by the word before it.</summary>
    public string Fill(string template) => Parameter().Replace(template, m => $"{m.Groups[1].Value}/{ids[m.Groups[1].Value]}");

    [GeneratedRegex(@"([a-z-]+)/\{[^}]+\}")]
    private static partial Regex Parameter();
}
