using System.Buffers;
using System.Text.Json;

namespace DncActors.Gateway.Audit;

/// <summary>What the log keeps as JSON, told in the names of the lead itself: in the log a contact point's <c>value</c> is what was typed.</summary>
static class AuditJson
{
    internal static JsonElement Told(string json)
    {
        using var kept = JsonDocument.Parse(json);
        if (kept.RootElement.ValueKind != JsonValueKind.Object) return kept.RootElement.Clone();
        return Write(writer =>
        {
            foreach (var member in kept.RootElement.EnumerateObject())
            {
                if (member.NameEquals("contactPoints")) WriteContactPoints(writer, member.Value);
                // On a lead "flagged" is yes or no.
                else if (member.NameEquals("flagged")) Write(writer, "flaggedChannels", member.Value);
                else member.WriteTo(writer);
            }
        });
    }

    internal static JsonElement Count(string what, int count) => Write(writer => writer.WriteNumber(what, count));

    static void WriteContactPoints(Utf8JsonWriter writer, JsonElement points)
    {
        writer.WriteStartArray("contactPoints");
        foreach (var point in points.EnumerateArray())
        {
            writer.WriteStartObject();
            foreach (var member in point.EnumerateObject()) Write(writer, NameOf(member), member.Value);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    static string NameOf(JsonProperty member) => member.Name switch
    {
        "contactPoint" => "value",
        "value" => "typed",
        var other => other,
    };

    static void Write(Utf8JsonWriter writer, string name, JsonElement value)
    {
        writer.WritePropertyName(name);
        value.WriteTo(writer);
    }

    static JsonElement Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }
        using var told = JsonDocument.Parse(buffer.WrittenMemory);
        return told.RootElement.Clone();
    }
}
