using System.Text.Json.Serialization;

namespace DncActors.Client.People;

/// <summary>A key that calls the API for its organization.</summary>
public sealed record ApiKeyModel
{
    public required string Id { get; init; }
    public required string Name { get; init; }

    /// <summary>The role id whose permissions it has; null when it has its user's.</summary>
    public string? Role { get; init; }

    /// <summary>The user that it belongs to; null for none.</summary>
    public string? UserId { get; init; }

    /// <summary>It names the person it acts for in <c>X-Acting-User</c>; both need the permission.</summary>
    public required bool ActsForUsers { get; init; }

    /// <summary>The key's last four characters, to tell keys apart.</summary>
    public required string Hint { get; init; }

    /// <summary>When it ends by itself, where it is the key of a session; null for one that lasts until it is revoked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>One higher with each change; also the <c>ETag</c>.</summary>
    public required long Version { get; init; }

    /// <summary>
    /// The key itself: only in the answer that made it, kept hashed, never shown again. Where that answer was lost and the request repeated, the
    /// answer has none: delete the key and make another.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Key { get; init; }
}
