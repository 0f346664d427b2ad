namespace DncActors.Client.People;

/// <summary>Body of <c>POST /v1/api-keys</c>.</summary>
public sealed record CreateApiKeyRequest
{
    /// <summary>Required.</summary>
    public string? Name { get; init; }

    /// <summary>A role id. This or <see cref="UserId"/> is required.</summary>
    public string? Role { get; init; }

    /// <summary>A user id. This or <see cref="Role"/> is required.</summary>
    public string? UserId { get; init; }

    /// <summary>Default: false.</summary>
    public bool? ActsForUsers { get; init; }
}
