using System.Collections.Immutable;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.People;

/// <summary>What is to change in a user; null leaves it as it is, a list is replaced whole.</summary>
[GenerateSerializer, Immutable, Alias("dnc.UserPatch")]
public sealed record UserPatch(
    string? Name = null, ImmutableArray<string>? Roles = null, ImmutableArray<string>? UserGroups = null, Patched<string> Login = default)
{
    /// <summary>Orleans logs the arguments of a call that got no answer: no name, and no login, which may be an email.</summary>
    public override string ToString() => nameof(UserPatch);
}
