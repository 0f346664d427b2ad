using DncActors.Client.People;
using DncActors.Gateway.Access;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Gateway.Sessions;

static class MeEndpoints
{
    internal static void MapMe(this IEndpointRouteBuilder routes) =>
        routes.MapCall(HttpMethods.Get, "/v1/me", GetAsync).NeedsKey().Says("Signing in", "Who the key is", "x").Answers<MeModel>();

    static async Task<IResult> GetAsync(Call call)
    {
        var documents = await call.DocumentsAsync();
        var access = call.Access;
        var key = documents.ApiKeys.GetValueOrDefault(access.KeyId);
        var user = access.UserId is { } id ? documents.Users.GetValueOrDefault(id) : null;
        return Answers.Ok(new MeModel
        {
            OrganizationId = access.Organization, OrganizationName = documents.Organization.Name, Region = access.Region, KeyId = access.KeyId,
            KeyName = key?.Name ?? access.KeyId, UserId = access.UserId, UserName = user?.Name, Roles = user?.Roles.ToArray() ?? [],
            Permissions = [.. PermissionNames.All.Where(_ => true)], UserGroups = user?.UserGroups.ToArray() ?? [], ExpiresAt = null,
        });
    }
}
