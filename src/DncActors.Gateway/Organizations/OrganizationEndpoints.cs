using DncActors.Client.Organizations;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;
using DncActors.Gateway.Access;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Gateway.Organizations;

/// <summary>The caller's own organization; and new ones, which only the first may make.</summary>
static class OrganizationEndpoints
{
    const string Feature = "Organizations";
    const string Own = "/v1/organization";

    internal static void MapOrganizations(this IEndpointRouteBuilder routes)
    {
        routes.MapCall<CreateOrganizationRequest>(HttpMethods.Post, "/v1/organizations", CreateAsync).Needs(Permissions.Admin)
            .Says(Feature, "Make an organization",
                $"Only for administrators of '{Organization.Default}'. The answer shows its first administrator key, this once.")
            .Answers<CreatedOrganizationModel>(StatusCodes.Status201Created);
        routes.MapCall(HttpMethods.Get, Own, GetAsync).NeedsKey().Says(Feature, "The key's own organization").Answers<OrganizationModel>();
        routes.MapCall<PatchOrganizationRequest>(HttpMethods.Patch, Own, ChangeAsync).Needs(Permissions.Admin)
            .Says(Feature, "Change the organization's settings", "What was read in another region stays as it was read.").Answers<OrganizationModel>();
    }

    static async Task<IResult> CreateAsync(Call call, CreateOrganizationRequest body)
    {
        if (call.Access.Organization != Organization.Default)
        {
            return Answers.Refused(
                Refusal.Forbidden("organization.default-only", $"Only administrators of the organization '{Organization.Default}' make organizations."));
        }
        var draft = OrganizationMapping.Read(body);
        if (!draft.Ok) return Answers.Refused(draft.Refusal);
        return Answers.Of(
            await call.Organization().MakeOrganizationAsync(call.ToRequest(), draft.Value), m => Answers.Created(Own, OrganizationMapping.ToModel(m)));
    }

    static async Task<IResult> GetAsync(Call call)
    {
        var organization = (await call.DocumentsAsync()).Organization;
        return Answers.Ok(OrganizationMapping.ToModel(organization), organization.Version);
    }

    static Task<IResult> ChangeAsync(Call call, PatchOrganizationRequest body) => Answers.DoAsync(
        OrganizationMapping.Read(body),
        patch => call.Organization().ChangeAsync(call.ToRequest(), patch, call.IfMatch),
        o => Answers.Ok(OrganizationMapping.ToModel(o), o.Version));
}
