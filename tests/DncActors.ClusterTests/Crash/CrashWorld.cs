using System.Net;
using System.Text;
using DncActors.ClusterTests.Http;

namespace DncActors.ClusterTests.Crash;

/// <summary>The organization that a crash run works on: a workflow with a Do-Not-Contact action, and leads enough that no two workers meet.</summary>
public sealed record CrashWorld(string WorkflowId, string NewStatusId, string DeadStatusId, string ActionId, int Leads)
{
    public const int PointsOfALead = 3;

    public static string LeadId(int lead) => $"crash-{lead:D6}";

    public static string PhoneA(int lead) => $"+1201{lead * 2:D7}";

    public static string PhoneB(int lead) => $"+1201{(lead * 2) + 1:D7}";

    public static string Email(int lead) => $"crash{lead}@people.example";

    public static string[] Points(int lead) => [PhoneA(lead), PhoneB(lead), Email(lead)];

    /// <param name="group">A user group that the leads belong to, made with them.</param>
    public static async Task<CrashWorld> MakeAsync(Api api, int leads, string? group = null)
    {
        if (group is not null)
        {
            (await api.PostAsync("/v1/user-groups", new { id = group, name = group, recordTypes = new[] { "lead" } })).Expect(HttpStatusCode.Created);
        }
        var workflow = (await api.PostAsync("/v1/workflows", new { name = "Crash", recordType = "lead" })).Expect(HttpStatusCode.Created).Id;
        var open = (await api.PostAsync($"/v1/workflows/{workflow}/statuses", new
        {
            name = "New",
            systemStatus = "new",
            restrictsContact = Array.Empty<string>(),
            enabled = true
        }))
            .Expect(HttpStatusCode.Created).Id;
        var dead = (await api.PostAsync(
            $"/v1/workflows/{workflow}/statuses",
            new { name = "Do Not Contact", systemStatus = "dead", restrictsContact = new[] { "call", "sms", "email" }, enabled = true }))
                .Expect(HttpStatusCode.Created).Id;
        var action = (await api.PostAsync($"/v1/workflows/{workflow}/statuses/{open}/actions", new
        {
            name = "Do Not Contact",
            category = "Compliance",
            enabled = true,
            allowedRoles = Array.Empty<string>(),
            operations = new object[]
            {
                new { type = "addToDoNotContact", channels = new[] { "call", "sms", "email" }, contactPoints = "all", reason = "asked by phone" },
                new { type = "moveToStatus", workflowId = workflow, statusId = dead },
            },
        })).Expect(HttpStatusCode.Created).Id;

        var lines = new StringBuilder();
        for (var lead = 0; lead < leads; lead++)
        {
            lines.Append(Line(LeadId(lead), workflow, open, Points(lead), group));
        }
        var imported = (await api.PostTextAsync("/v1/leads/import", lines.ToString(), "application/x-ndjson", "crash-world")).Expect(HttpStatusCode.OK);
        Assert.Equal(leads, imported["accepted"].GetInt32());
        return new CrashWorld(workflow, open, dead, action, leads);
    }

    /// <summary>A line of a lead import.</summary>
    public static string Line(string id, string workflow, string status, IEnumerable<string> points, string? group = null)
    {
        var contactPoints = string.Join(',', points.Select(p => $$"""{"kind":"{{(p[0] == '+' ? "phone" : "email")}}","value":"{{p}}"}"""));
        var groups = group is null ? "" : $"\"{group}\"";
        return $$"""{"id":"{{id}}","recordType":"lead","workflowId":"{{workflow}}","statusId":"{{status}}","""
            + $$""" "name":"Crash Lead","userGroups":[{{groups}}],"contactPoints":[{{contactPoints}}]}""" + "\n";
    }
}
