namespace DncActors.Client.People;

/// <summary>A person of the organization.</summary>
public sealed record UserModel
{
    public required string Id { get; init; }
    public required string Name { get; init; }

    /// <summary>Role ids. Who has several may do only what all of them grant.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>User group ids.</summary>
    public required IReadOnlyList<string> UserGroups { get; init; }

    /// <summary>What they are called where they sign in, by a password or by the identity provider; null where only their id and name count.</summary>
    public string? Login { get; init; }

    /// <summary>One higher with each change; also the <c>ETag</c>.</summary>
    public required long Version { get; init; }
}
