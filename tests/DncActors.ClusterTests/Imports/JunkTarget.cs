using System.Text.Encodings.Web;
using System.Text.Json;

namespace DncActors.ClusterTests.Imports;

/// <summary>An import endpoint: what its good lines look like, in both forms.</summary>
/// <param name="Path">Of the import.</param>
/// <param name="Listed">Where what an import brought is listed.</param>
/// <param name="Name">The field of what is listed that names it.</param>
/// <param name="Line">From a number: the name of what is brought, and its line of NDJSON.</param>
/// <param name="Row">From a number: the columns that must be there, and some that may.</param>
public sealed record JunkTarget(
    string Path,
    string Listed,
    string Name,
    Func<int, (string Name, string Json)> Line,
    Func<int, (string Name, IReadOnlyDictionary<string, string> Columns)> Row)
{
    /// <summary>Numbers that no other test gives out.</summary>
    const long FirstPhone = 12_025_000_000;

    static readonly JsonSerializerOptions AsTyped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JunkTarget Entries { get; } = new(
        "/v1/dnc/entries/import",
        "/v1/dnc/entries",
        "contactPoint",
        n => (Phone(n), JsonSerializer.Serialize(new { phone = Phone(n), channels = new[] { "call" }, reason = "said “stop” 🛑" }, AsTyped)),
        n => (Phone(n), new Dictionary<string, string>
        {
            ["phone"] = Phone(n),
            ["reason"] = "said \"stop\",\n“now” 🛑",
            ["channels"] = "call;sms",
            ["email"] = "",
        }));

    public static JunkTarget Leads(string workflowId, string statusId) => new(
        "/v1/leads/import",
        "/v1/leads",
        "id",
        n => ($"L-{n}", JsonSerializer.Serialize(new
        {
            id = $"L-{n}",
            recordType = "lead",
            workflowId,
            statusId,
            name = "Zoë 🛑",
            contactPoints = new[] { new { kind = "phone", value = Phone(n), primary = true } },
        }, AsTyped)),
        n => ($"L-{n}", new Dictionary<string, string>
        {
            ["id"] = $"L-{n}",
            ["recordType"] = "lead",
            ["workflowId"] = workflowId,
            ["statusId"] = statusId,
            ["name"] = "Zoë \"the\r\nlead\" 🛑",
            ["phone"] = Phone(n),
            ["attributes.source"] = "web; list",
        }));

    public static string Phone(int n) => $"+{FirstPhone + n}";
}
