using DncActors.Domain.Ledger;
using DncActors.Domain.People;
using DncActors.Storage.Ledger;

namespace DncActors.Storage.People;

internal sealed record StoredRole(string Id, long Version, bool Archived, string Name, int Permissions, bool BuiltIn) : StoredDocument(Id, Version, Archived)
{
    public static StoredRole Of(Role role) => new(role.Id, role.Version, role.Archived, role.Name, (int)role.Permissions, role.BuiltIn);

    public override Document ToDocument() => new Role(Id, Version, Archived, Name, (Permissions)Permissions, BuiltIn);
}
