using System.Text.Json.Serialization;

namespace DncActors.Client.Workflows;

/// <summary>Moves the lead to a status, of a workflow of the same record type.</summary>
public sealed record MoveToStatusModel : OperationModel
{
    [JsonPropertyOrder(-1)]
    public override string Type => OperationTypes.MoveToStatus;

    /// <summary>Required.</summary>
    public string? WorkflowId { get; init; }

    /// <summary>Required.</summary>
    public string? StatusId { get; init; }
}
