using System.Text.Encodings.Web;
using System.Text.Json;
using DncActors.Client.Audit;

namespace DncActors.Console.Audit;

/// <summary>Changes as people read them.</summary>
static class AuditWords
{
    static readonly JsonSerializerOptions _indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An action that is run may change more than one thing, each with a record of its own: the words tell them apart.</summary>
    internal static string Of(AuditRecordModel record) => record.ActionName is { } action ? record.Type switch
    {
        "lead.doNotContact" => $"ran “{action}”: put on the Do Not Contact list",
        "dnc.revoked" => $"ran “{action}”: entries revoked",
        "lead.moved" => $"ran “{action}”: lead moved",
        _ => $"ran “{action}”",
    }
    : record.Type switch
    {
        "lead.doNotContact" => "lead put on the Do Not Contact list",
        "lead.moved" => "lead moved",
        "lead.executed" => "action run",
        "lead.created" => "lead created",
        "leads.imported" => "leads imported",
        "lead.changed" => "lead changed",
        "dnc.added" => "entries added",
        "dnc.imported" => "entries imported",
        "dnc.revoked" => "entries revoked",
        "dnc.importRevoked" => "import undone",
        "workflow.changed" => "workflow published",
        "actionTemplate.changed" => "template kept",
        "organization.changed" => "organization changed",
        "role.changed" => "role changed",
        "user.changed" => "user changed",
        "userGroup.changed" => "user group changed",
        "apiKey.changed" => "API key changed",
        "user.passwordChanged" => "password changed",
        "session.opened" => "signed in",
        "session.ended" => "session ended",
        "session.refused" => "signing in refused",
        _ => record.Type.Replace('.', ' '),
    };

    /// <summary>Razor writes it as text: whatever stands in it is shown, never run.</summary>
    internal static string Indented(JsonElement value) => JsonSerializer.Serialize(value, _indented);
}
