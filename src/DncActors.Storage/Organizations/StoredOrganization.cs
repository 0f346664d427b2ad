using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Storage.Ledger;

namespace DncActors.Storage.Organizations;

internal sealed record StoredOrganization(string Id, long Version, bool Archived, string Name, string Region) : StoredDocument(Id, Version, Archived)
{
    public static StoredOrganization Of(Organization organization) => new(
        organization.Id, organization.Version, organization.Archived, organization.Name, organization.Region);

    public override Document ToDocument() => new Organization(Id, Version, Archived, Name, Region);
}
