using System.Collections.Immutable;
using DncActors.Domain.Ledger;

namespace DncActors.Domain.People;

/// <summary>A person of the organization.</summary>
/// <param name="Roles">Role ids. What they grant is intersected: the strictest wins; no role grants nothing.</param>
/// <param name="UserGroups">User-group ids.</param>
[GenerateSerializer, Immutable, Alias("dnc.User")]
public sealed record User(string Id, long Version, bool Archived, string Name, ImmutableArray<string> Roles, ImmutableArray<string> UserGroups)
    : Document(Id, Version, Archived)
{
    public override DocumentKind Kind => DocumentKind.User;
}
