using DncActors.Domain.Ledger;

namespace DncActors.Domain.People;

/// <summary>A named set of permissions. Built-in ones (<see cref="BuiltInRoles"/>) are in every organization and cannot be changed.</summary>
[GenerateSerializer, Immutable, Alias("dnc.Role")]
public sealed record Role(string Id, long Version, bool Archived, string Name, Permissions Permissions, bool BuiltIn) : Document(Id, Version, Archived)
{
    public override DocumentKind Kind => DocumentKind.Role;
}
