using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DncActors.Client.Json;

namespace DncActors.Client.Workflows;

/// <summary>
/// Chooses the record by <c>type</c>, wherever in the object it stands. The serializer's own polymorphism would fault (not refuse) an operation
/// without a type, and could not say which types there are.
/// </summary>
public sealed class OperationConverter : JsonConverter<OperationModel>
{
    public override OperationModel Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"An operation is an object with a type: {Choices}.");
        var type = TypeOf(reader);
        try
        {
            return type switch
            {
                OperationTypes.AddToDoNotContact => As<AddToDoNotContactModel>(ref reader, options),
                OperationTypes.MoveToStatus => As<MoveToStatusModel>(ref reader, options),
                OperationTypes.RemoveFromDoNotContact => As<RemoveFromDoNotContactModel>(ref reader, options),
                OperationTypes.NotifyUserGroups => As<NotifyUserGroupsModel>(ref reader, options),
                _ => Unknown(type, ref reader, options),
            };
        }
        catch (JsonException inner) when (inner.Path is not null)
        {
            throw NestedJson.WithoutPath(inner);
        }
    }

    public override void Write(Utf8JsonWriter writer, OperationModel value, JsonSerializerOptions options)
    {
        if (value is UnknownOperationModel unknown)
            unknown.Content.WriteTo(writer);
        else
            JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));
    }

    static string Choices => "one of " + string.Join(", ", OperationTypes.All);

    static OperationModel As<T>(ref Utf8JsonReader reader, JsonSerializerOptions options) where T : OperationModel =>
        JsonSerializer.Deserialize(ref reader, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)))!;

    // A reader is a value: this one is a copy, the caller's stays where it was.
    static string? TypeOf(Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals("type"u8);
            reader.Read();
            if (found)
                return reader.TokenType == JsonTokenType.String ? reader.GetString() : throw new JsonException($"type: write {Choices}.");
            reader.Skip();
        }

        throw new JsonException($"type: missing; write {Choices}.");
    }

    // A client that is older than the gateway passes on what it does not know; the gateway itself refuses it.
    static UnknownOperationModel Unknown(string? type, ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        if (options.UnmappedMemberHandling == JsonUnmappedMemberHandling.Disallow)
            throw new JsonException($"type: '{(type!.Length <= 40 ? type : type[..40] + "…")}' is not an operation; write {Choices}.");
        return new UnknownOperationModel(type!, JsonElement.ParseValue(ref reader));
    }
}
