using System.Collections.Immutable;
using DncActors.Domain.Ledger;

namespace DncActors.Domain.People;

/// <summary>A person of the organization.</summary>
/// <param name="Roles">Role ids. What they grant is intersected: the strictest wins; no role grants nothing.</param>
/// <param name="UserGroups">User-group ids.</param>
/// <param name="Login">What they are called where they sign in: an email address, or what else an identity provider calls them; theirs alone among those who
/// are not archived. Null: only their id and name.</param>
[GenerateSerializer, Immutable, Alias("dnc.User")]
public sealed record User(
    string Id, long Version, bool Archived, string Name, ImmutableArray<string> Roles, ImmutableArray<string> UserGroups, string? Login = null)
    : Document(Id, Version, Archived)
{
    public override DocumentKind Kind => DocumentKind.User;
}
