using System.Net;
using DncActors.ClusterTests.Http;

namespace DncActors.ClusterTests.Story;

/// <summary>What the administrator of the story makes: a workflow with four statuses, people in groups, a CRM's key that names the person it acts
/// for.</summary>
public sealed record StoryWorld(
    string Workflow,
    string New,
    string Contacted,
    string Nurture,
    string Dead,
    string DeadAction,
    string CrmKey)
{
    public static readonly string[] AllChannels = ["call", "sms", "email"];

    public static object DncAction(string workflow, string dead, string name = "Do Not Contact", string[]? roles = null) => new
    {
        name,
        category = "Compliance",
        enabled = true,
        allowedRoles = roles ?? [],
        operations = new object[]
        {
            new { type = "addToDoNotContact", channels = AllChannels, contactPoints = "all", reason = "asked not to be contacted",
                expiresAfterDays = (int?)null },
            new { type = "moveToStatus", workflowId = workflow, statusId = dead },
        },
    };

    public static async Task<StoryWorld> MakeAsync(Api admin)
    {
        await admin.PostAsync("/v1/user-groups", new { id = "east", name = "East", recordTypes = new[] { "lead" } });
        await admin.PostAsync("/v1/user-groups", new { id = "west", name = "West", recordTypes = new[] { "lead" } });
        foreach (var (id, roles, groups) in new (string, string[], string[])[]
        {
            ("ann", ["agent"], ["east"]),
            ("bob", ["agent"], ["west"]),
            ("mia", ["manager"], ["east", "west"]),
        })
        {
            (await admin.PostAsync("/v1/users", new { id, name = id, roles, userGroups = groups })).Expect(HttpStatusCode.Created);
        }
        var crm = (await admin.PostAsync("/v1/api-keys", new { name = "CRM", role = "manager", actsForUsers = true }))
            .Expect(HttpStatusCode.Created)["key"].GetString()!;

        var workflow = (await admin.PostAsync("/v1/workflows", new { name = "Inbound", recordType = "lead" })).Expect(HttpStatusCode.Created).Id;
        var open = await StatusAsync(admin, workflow, "New", "new", []);
        var contacted = await StatusAsync(admin, workflow, "Contacted", "active", []);
        var nurture = await StatusAsync(admin, workflow, "Nurture", "nurture", []);
        var dead = await StatusAsync(admin, workflow, "Do Not Contact", "dead", AllChannels);
        var action = (await admin.PostAsync($"/v1/workflows/{workflow}/statuses/{open}/actions", DncAction(workflow, dead))).Expect(HttpStatusCode.Created).Id;
        return new StoryWorld(workflow, open, contacted, nurture, dead, action, crm);
    }

    public static async Task<string> StatusAsync(Api admin, string workflow, string name, string systemStatus, string[] restrictsContact,
        bool enabled = true) =>
        (await admin.PostAsync($"/v1/workflows/{workflow}/statuses", new
        {
            name,
            systemStatus,
            restrictsContact,
            allowedRoles = Array.Empty<string>(),
            enabled
        }))
        .Expect(HttpStatusCode.Created).Id;

    public object Lead(string? id, string status, string[] groups, params string[] points) => new
    {
        id,
        recordType = "lead",
        workflowId = Workflow,
        statusId = status,
        name = "Jane Doe",
        contactPoints = points.Select((p, i) => new
        {
            kind = p.Contains('@', StringComparison.Ordinal) ? "email" : "phone",
            value = p,
            label = "home",
            primary = i == 0
        }),
        userGroups = groups,
        attributes = new { source = "web" },
    };
}
