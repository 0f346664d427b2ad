using System.Text.Json.Serialization;
using DncActors.Client.Json;

namespace DncActors.Client.People;

/// <summary>Body of <c>PATCH /v1/user-groups/{id}</c>: only what is sent changes.</summary>
public sealed record PatchUserGroupRequest
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Name { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<IReadOnlyList<string?>?> RecordTypes { get; init; }
}
