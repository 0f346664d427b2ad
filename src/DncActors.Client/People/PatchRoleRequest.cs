using System.Text.Json.Serialization;
using DncActors.Client.Json;

namespace DncActors.Client.People;

/// <summary>Body of <c>PATCH /v1/roles/{id}</c>: only what is sent changes.</summary>
public sealed record PatchRoleRequest
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Name { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<IReadOnlyList<string?>?> Permissions { get; init; }
}
