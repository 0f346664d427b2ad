using System.Text.Json.Serialization;
using DncActors.Client.Json;

namespace DncActors.Client.Workflows;

/// <summary>Body of <c>PATCH /v1/workflows/{workflowId}</c>: only what is sent changes.</summary>
public sealed record PatchWorkflowRequest
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Name { get; init; }
}
