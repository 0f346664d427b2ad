namespace DncActors.Client.People;

/// <summary>Body of <c>POST /v1/user-groups</c>.</summary>
public sealed record CreateUserGroupRequest
{
    /// <summary>Default: made.</summary>
    public string? Id { get; init; }

    /// <summary>Required.</summary>
    public string? Name { get; init; }

    /// <summary>The record types whose workflows concern it, as slugs. Default: none, which is all.</summary>
    public IReadOnlyList<string?>? RecordTypes { get; init; }
}
