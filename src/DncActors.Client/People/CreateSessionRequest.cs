namespace DncActors.Client.People;

/// <summary>Body of <c>POST /v1/sessions</c>.</summary>
public sealed record CreateSessionRequest
{
    /// <summary>Default: <c>default</c>.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>Required: a user's id; or their name, where nobody else is called so.</summary>
    public string? User { get; init; }

    /// <summary>Required.</summary>
    public string? Password { get; init; }

    /// <summary>A password shows itself nowhere.</summary>
    public override string ToString() => nameof(CreateSessionRequest);
}
