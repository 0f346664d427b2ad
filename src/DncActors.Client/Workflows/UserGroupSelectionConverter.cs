using System.Text.Json;
using System.Text.Json.Serialization;

namespace DncActors.Client.Workflows;

/// <summary>Reads and writes a <see cref="UserGroupSelection"/> as a list of ids or <c>"all"</c>.</summary>
public sealed class UserGroupSelectionConverter : JsonConverter<UserGroupSelection>
{
    const string Mend = "write a list of user group ids, or \"all\".";

    public override UserGroupSelection Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.ValueTextEquals("all"u8)
                ? UserGroupSelection.All
                : throw new JsonException($"'{Shortened(reader.GetString()!)}' is no selection of user groups: {Mend}");
        }

        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException($"This is no selection of user groups: {Mend}");
        var ids = new List<string?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null))
                throw new JsonException($"A user group id is text: {Mend}");
            ids.Add(reader.GetString());
        }

        return UserGroupSelection.Of(ids);
    }

    public override void Write(Utf8JsonWriter writer, UserGroupSelection value, JsonSerializerOptions options)
    {
        if (value.EveryGroup)
        {
            writer.WriteStringValue("all"u8);
            return;
        }

        writer.WriteStartArray();
        foreach (var id in value.Ids)
            writer.WriteStringValue(id);
        writer.WriteEndArray();
    }

    static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
