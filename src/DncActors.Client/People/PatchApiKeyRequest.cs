using System.Text.Json.Serialization;
using DncActors.Client.Json;

namespace DncActors.Client.People;

/// <summary>Body of <c>PATCH /v1/api-keys/{id}</c>: only what is sent changes.</summary>
public sealed record PatchApiKeyRequest
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Name { get; init; }

    /// <summary>Null takes the role away from a key that has a user.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Role { get; init; }

    /// <summary>Null takes the user away from a key that has a role.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> UserId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool?> ActsForUsers { get; init; }
}
