using System.Collections.Immutable;

namespace DncActors.Domain.People;

/// <summary>A user as somebody asks for them.</summary>
/// <param name="Id">Null: made.</param>
/// <param name="Login">See <see cref="User"/>.</param>
[GenerateSerializer, Immutable, Alias("dnc.UserDraft")]
public sealed record UserDraft(string? Id, string Name, ImmutableArray<string> Roles, ImmutableArray<string> UserGroups, string? Login = null)
{
    /// <summary>Orleans logs the arguments of a call that got no answer: no name, and no login, which may be an email.</summary>
    public override string ToString() => nameof(UserDraft);
}
