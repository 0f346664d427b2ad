namespace DncActors.Client.People;

/// <summary>Body of <c>POST /v1/users</c>.</summary>
public sealed record CreateUserRequest
{
    /// <summary>Default: made. A CRM may give its own.</summary>
    public string? Id { get; init; }

    /// <summary>Required.</summary>
    public string? Name { get; init; }

    /// <summary>Role ids. Default: none, who may do nothing.</summary>
    public IReadOnlyList<string?>? Roles { get; init; }

    /// <summary>User group ids. Default: none.</summary>
    public IReadOnlyList<string?>? UserGroups { get; init; }

    /// <summary>What they are called where they sign in: an email address, or what the identity provider calls them. Default: none, only their id and name
    /// count.</summary>
    public string? Login { get; init; }
}
