using System.Buffers;
using System.Text;
using System.Text.Json;

namespace DncActors.Domain.Registry;

/// <summary>What the audit keeps of imports as JSON.</summary>
static class ImportJson
{
    /// <summary>That an import is undone: how many of its entries were not revoked yet, and why it is.</summary>
    public static string Revocation(long left, RevocationDraft draft)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("left", left);
            json.WriteString("reason", draft.Reason);
            if (draft.Evidence is { } evidence) json.WriteString("evidence", evidence);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
