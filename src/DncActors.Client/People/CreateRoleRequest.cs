namespace DncActors.Client.People;

/// <summary>Body of <c>POST /v1/roles</c>.</summary>
public sealed record CreateRoleRequest
{
    /// <summary>Default: made.</summary>
    public string? Id { get; init; }

    /// <summary>Required.</summary>
    public string? Name { get; init; }

    /// <summary>Required: of <see cref="PermissionNames"/>.</summary>
    public IReadOnlyList<string?>? Permissions { get; init; }
}
