using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace DncActors.Benchmarks.Load;

/// <summary>The organization that is measured on: one workflow with a Do-Not-Contact action, leads with three contact points each.</summary>
/// <param name="Groups">How many user groups there are; each lead is of one of them.</param>
sealed record BenchWorld(string Workflow, string New, string Dead, string Action, int Groups)
{
    static readonly string[] All = ["call", "sms", "email"];

    public static async Task<BenchWorld> MakeAsync(HttpClient http, int groups = 0)
    {
        for (var i = 0; i < groups; i++) await PostAsync(http, "/v1/user-groups", new { id = Group(i), name = $"Group {i}" });
        var workflow = await PostAsync(http, "/v1/workflows", new { name = "Bench", recordType = "lead" });
        var open = await PostAsync(http, $"/v1/workflows/{workflow}/statuses", new
        {
            name = "New",
            systemStatus = "new",
            restrictsContact = Array.Empty<string>(),
            enabled = true
        });
        var dead = await PostAsync(http, $"/v1/workflows/{workflow}/statuses", new
        {
            name = "Do Not Contact",
            systemStatus = "dead",
            restrictsContact = All,
            enabled = true
        });
        var action = await PostAsync(http, $"/v1/workflows/{workflow}/statuses/{open}/actions", new
        {
            name = "Do Not Contact",
            category = "Compliance",
            enabled = true,
            allowedRoles = Array.Empty<string>(),
            operations = new object[]
            {
                new { type = "addToDoNotContact", channels = All, contactPoints = "all", reason = "asked not to be contacted" },
                new { type = "moveToStatus", workflowId = workflow, statusId = dead },
            },
        });
        return new BenchWorld(workflow, open, dead, action, groups);
    }

    public static string LeadId(int lead) => $"bench-{lead:D7}";

    /// <summary>A line of a lead import: two phones and an email, as three numbers of the lead's own.</summary>
    public string LeadLine(int lead) =>
        $$"""{"id":"{{LeadId(lead)}}","recordType":"lead","workflowId":"{{Workflow}}","statusId":"{{New}}","name":"Lead Number {{lead}}","""
        + $$""" "contactPoints":[{"kind":"phone","value":"{{Phone(2L * lead)}}"},"""
        + $$"""{"kind":"phone","value":"{{Phone((2L * lead) + 1)}}"},{"kind":"email","value":"lead{{lead}}@people.example"}]"""
        + (Groups == 0 ? "}\n" : $$""","userGroups":["{{Group(lead % Groups)}}"]}""" + "\n");

    static string Group(int group) => $"bench-{group}";

    public static string EntryLine(int entry) =>
        $$"""{"phone":"{{Phone(7_000_000_000L - 2_000_000_000L + entry)}}","channels":["call","sms"],"reason":"registry"}""" + "\n";

    public static string Phone(long n) => (12_010_000_000L + n).ToString("+0", CultureInfo.InvariantCulture);

    /// <summary>Sends so many lines in one streamed request and gives back the report.</summary>
    public static async Task<JsonElement> ImportAsync(HttpClient http, string path, int count, Func<int, string> line)
    {
        using var content = new PushContent(async stream =>
        {
            var buffer = new StringBuilder();
            for (var i = 0; i < count; i++)
            {
                buffer.Append(line(i));
                if (buffer.Length > 64_000 || i == count - 1)
                {
                    await stream.WriteAsync(Encoding.UTF8.GetBytes(buffer.ToString()));
                    buffer.Clear();
                }
            }
        });
        content.Headers.ContentType = new("application/x-ndjson");
        using var answer = await http.PostAsync(path, content);
        var report = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.IsSuccessStatusCode && report.GetProperty("accepted").GetInt64() == count ? report
            : throw new InvalidOperationException($"{path}: {report}");
    }

    static async Task<string> PostAsync(HttpClient http, string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(path, body);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.IsSuccessStatusCode ? json.GetProperty("id").GetString()! : throw new InvalidOperationException($"{path}: {json}");
    }
}
