namespace DncActors.Client.People;

/// <summary>Body of <c>PUT /v1/users/{id}/password</c>.</summary>
public sealed record SetPasswordRequest
{
    /// <summary>Required: 12 to 200 characters.</summary>
    public string? Password { get; init; }

    /// <summary>The password that the user has now; asked for from users without <c>admin</c>, who change their own.</summary>
    public string? CurrentPassword { get; init; }

    /// <summary>A password shows itself nowhere.</summary>
    public override string ToString() => nameof(SetPasswordRequest);
}
