using System.Text.Json;
using DncActors.ClusterTests.Story;

namespace DncActors.ClusterTests.Contract;

/// <summary>For every endpoint that takes a body, one that is right: what junk is made from, and what another organization's key must not be able to
/// send.</summary>
public static class Samples
{
    public static string? BodyOf(Endpoint endpoint, ContractWorld world)
    {
        var body = Body($"{endpoint.Method} {Shape(endpoint.Template)}", world.Story);
        return body is null ? null : JsonSerializer.Serialize(body);
    }

    static object? Body(string endpoint, StoryWorld story) => endpoint switch
    {
        "POST /v1/workflows" => new { name = "Outbound", recordType = "lead" },
        "PATCH /v1/workflows/{}" => new { name = "Renamed" },
        "POST /v1/workflows/{}/statuses" => new
        {
            name = "Waiting",
            systemStatus = "active",
            restrictsContact = new[] { "sms" },
            allowedRoles = new[] { "agent" },
            enabled = true,
            order = 3
        },
        "PATCH /v1/workflows/{}/statuses/{}" => new { name = "New leads", enabled = true },
        "POST /v1/workflows/{}/statuses/{}/actions" or "PUT /v1/workflows/{}/statuses/{}/actions/{}" => StoryWorld.DncAction(story.Workflow, story.Dead,
            "Stop"),
        "POST /v1/workflows/{}/statuses/{}/actions/{}/copies" or "POST /v1/action-templates/{}/applications" =>
            new { targets = new[] { new { workflowId = story.Workflow, statusId = story.Nurture } } },
        "POST /v1/action-templates" or "PUT /v1/action-templates/{}" => new
        {
            name = "Stop",
            recordType = "lead",
            action = StoryWorld.DncAction(story.Workflow, story.Dead, "Stop")
        },
        "POST /v1/roles" => new { name = "Opener", permissions = new[] { "lead.read" } },
        "PATCH /v1/roles/{}" => new { name = "Closers" },
        "POST /v1/users" => new { id = "zoe", name = "Zoe", roles = new[] { "agent" }, userGroups = new[] { "east" }, login = "zoe@acme.example" },
        "PATCH /v1/users/{}" => new { name = "Anna", login = "anna@acme.example" },
        "PUT /v1/users/{}/password" => new { password = "correct horse battery staple" },
        "POST /v1/sessions" => new { organizationId = "default", user = "nobody", password = "correct horse battery staple" },
        "POST /v1/user-groups" => new { id = "north", name = "North", recordTypes = new[] { "lead" } },
        "PATCH /v1/user-groups/{}" => new { name = "Far East" },
        "POST /v1/api-keys" => new { name = "Other", role = "dialer" },
        "PATCH /v1/api-keys/{}" => new { name = "Spare key" },
        "POST /v1/organizations" => new { name = "Acme", region = "US" },
        "PATCH /v1/organization" => new { name = "Us" },
        "POST /v1/leads" => story.Lead(null, story.New, ["east"], "+12025550101", "someone@people.example"),
        "PATCH /v1/leads/{}" => new { name = "Janet" },
        "POST /v1/leads/{}/actions/{}/executions" => new { note = "stop", evidence = "call 7", occurredAt = "2026-11-01T10:00:00Z" },
        "POST /v1/contact-checks" => new { phone = "+12025550177", channel = "call", region = "US" },
        "POST /v1/contact-checks/batch" => new { channel = "call", phones = new[] { "+12025550177" } },
        "POST /v1/dnc/entries" => new { phone = "+12025550155", channels = new[] { "call" }, reason = "asked" },
        "DELETE /v1/dnc/imports/{}" => new { reason = "wrong list", evidence = "mail 4" },
        "DELETE /v1/dnc/entries/{}" => new { reason = "mistaken", evidence = "mail 3" },
        _ => null,
    };

    /// <summary>The template with its parameters' names taken out.</summary>
    public static string Shape(string template) => string.Join('/', template.Split('/').Select(s => s.StartsWith('{') ? "{}" : s));
}
