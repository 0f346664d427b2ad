using System.Text.Json.Serialization;

namespace DncActors.Client.Workflows;

/// <summary>
/// What an action does, one step of it; told apart on the wire by <c>type</c>. The same records are read from requests and written in answers:
/// fields are nullable so that the gateway can name the one that is missing, and whole in every answer.
/// </summary>
[JsonConverter(typeof(OperationConverter))]
public abstract record OperationModel
{
    /// <summary>One of <see cref="OperationTypes"/>; decided by the record's own type.</summary>
    [JsonPropertyOrder(-1)]
    public abstract string Type { get; }
}
