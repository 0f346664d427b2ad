using DncActors.Client.Organizations;
using DncActors.Contracts.Organizations;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.Organizations;

/// <summary>Organizations, to and from the wire.</summary>
static class OrganizationMapping
{
    internal static Outcome<OrganizationDraft> Read(CreateOrganizationRequest request)
    {
        var fields = new FieldReader();
        var draft = new OrganizationDraft(request.Id, fields.Required("name", request.Name), request.Region);
        return fields.Make(draft);
    }

    internal static Outcome<OrganizationPatch> Read(PatchOrganizationRequest request)
    {
        var fields = new FieldReader();
        var patch = new OrganizationPatch(fields.Sent("name", request.Name, fields.Required), fields.Sent("region", request.Region, fields.Required));
        return fields.Make(patch);
    }

    internal static OrganizationModel ToModel(Organization organization) => new()
    {
        Id = organization.Id,
        Name = organization.Name,
        Region = organization.Region,
        Version = organization.Version,
    };

    internal static CreatedOrganizationModel ToModel(OrganizationMade made) => new()
    {
        Id = made.Organization.Id,
        Name = made.Organization.Name,
        Region = made.Organization.Region,
        KeyId = made.FirstKey.Key.Id,
        Key = made.FirstKey.Secret,
    };
}
