using System.Text.Json.Serialization;
using DncActors.Client.Json;

namespace DncActors.Client.People;

/// <summary>Body of <c>PATCH /v1/users/{id}</c>: only what is sent changes; lists are replaced.</summary>
public sealed record PatchUserRequest
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Name { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<IReadOnlyList<string?>?> Roles { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<IReadOnlyList<string?>?> UserGroups { get; init; }

    /// <summary>Null takes it away: the identity provider's word opens no session of theirs any more.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Login { get; init; }
}
