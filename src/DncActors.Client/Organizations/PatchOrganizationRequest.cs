using System.Text.Json.Serialization;
using DncActors.Client.Json;

namespace DncActors.Client.Organizations;

/// <summary>Body of <c>PATCH /v1/organization</c>: only what is sent changes.</summary>
public sealed record PatchOrganizationRequest
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Name { get; init; }

    /// <summary>What was read before stays as it was read.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Region { get; init; }
}
