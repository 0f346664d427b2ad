using System.Text.Json;
using System.Text.Json.Serialization;

namespace DncActors.Client.Workflows;

/// <summary>An operation of a gateway that is newer than this client. Written back as it came. The gateway never reads one.</summary>
public sealed record UnknownOperationModel : OperationModel
{
    internal UnknownOperationModel(string type, JsonElement content)
    {
        Type = type;
        Content = content;
    }

    [JsonPropertyOrder(-1)]
    public override string Type { get; }

    /// <summary>The whole object, <c>type</c> included.</summary>
    [JsonIgnore]
    public JsonElement Content { get; }
}
