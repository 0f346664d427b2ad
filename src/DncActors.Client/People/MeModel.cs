namespace DncActors.Client.People;

/// <summary>Who calls, and what they may do.</summary>
public sealed record MeModel
{
    public required string OrganizationId { get; init; }
    public required string OrganizationName { get; init; }

    /// <summary>The region that national phone numbers are read in.</summary>
    public required string Region { get; init; }

    public required string KeyId { get; init; }
    public required string KeyName { get; init; }

    /// <summary>The user that the key belongs to, or acts for in this call; null for a key that stands for itself.</summary>
    public string? UserId { get; init; }

    public string? UserName { get; init; }

    /// <summary>The role ids that count where a status or an action asks for one.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>What may be done in this call: by the key, and by the user where there is one.</summary>
    public required IReadOnlyList<string> Permissions { get; init; }

    /// <summary>The user's user group ids; empty for a key that stands for itself.</summary>
    public required IReadOnlyList<string> UserGroups { get; init; }

    /// <summary>When the key ends by itself, where it is a session's; null for one that lasts until it is revoked.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
