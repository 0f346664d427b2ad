namespace DncActors.Client.People;

/// <summary>A set of permissions with a name.</summary>
public sealed record RoleModel
{
    public required string Id { get; init; }
    public required string Name { get; init; }

    /// <summary>Of <see cref="PermissionNames"/>.</summary>
    public required IReadOnlyList<string> Permissions { get; init; }

    /// <summary>True for those of <see cref="BuiltInRoleNames"/>, which cannot be changed or removed.</summary>
    public required bool BuiltIn { get; init; }

    /// <summary>One higher with each change; also the <c>ETag</c>.</summary>
    public required long Version { get; init; }
}
