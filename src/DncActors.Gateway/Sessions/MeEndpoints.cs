using DncActors.Client.People;
using DncActors.Contracts.Access;
using DncActors.Domain.Organizations;
using DncActors.Domain.People;
using DncActors.Gateway.Access;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Gateway.Sessions;

/// <summary>Who calls, told to themselves.</summary>
static class MeEndpoints
{
    internal static void MapMe(this IEndpointRouteBuilder routes) =>
        routes.MapCall(HttpMethods.Get, "/v1/me", GetAsync).NeedsKey()
            .Says(SessionEndpoints.Feature, "Who the key is", "With X-Acting-User: whom it acts for, and what both may do.").Answers<MeModel>();

    static async Task<IResult> GetAsync(Call call) => Answers.Ok(ToModel(call.Access, await call.DocumentsAsync()));

    static MeModel ToModel(CallerAccess access, OrganizationDocuments documents)
    {
        var key = documents.ApiKeys.GetValueOrDefault(access.KeyId);
        var user = access.UserId is { } id ? documents.Users.GetValueOrDefault(id) : null;
        return new MeModel
        {
            OrganizationId = access.Organization,
            OrganizationName = documents.Organization.Name,
            Region = access.Region,
            KeyId = access.KeyId,
            KeyName = key?.Name ?? access.KeyId,
            UserId = access.UserId,
            UserName = user?.Name,
            Roles = key is null ? [] : PermissionRules.RolesOf(documents, key, access.UserId),
            Permissions = PermissionWords.NamesOf(access.Permissions),
            UserGroups = user?.UserGroups ?? [],
            ExpiresAt = access.ExpiresAt,
        };
    }
}
