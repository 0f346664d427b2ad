using DncActors.Client.Paging;
using DncActors.Client.People;
using DncActors.Domain.People;
using DncActors.Gateway.Access;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Gateway.People;

/// <summary>Roles: named sets of permissions.</summary>
static class RoleEndpoints
{
    const string Feature = "People and keys";
    const string Path = "/v1/roles";

    internal static void MapRoles(this IEndpointRouteBuilder routes)
    {
        routes.MapCall(HttpMethods.Get, Path, ListAsync).NeedsKey().Says(Feature, "All roles", "By id.", Paging.Limit, Paging.Cursor)
            .Answers<Page<RoleModel>>();
        routes.MapCall<CreateRoleRequest>(HttpMethods.Post, Path, CreateAsync).Needs(Permissions.Admin)
            .Says(Feature, "Make a role").Answers<RoleModel>(StatusCodes.Status201Created);
        routes.MapCall(HttpMethods.Get, Path + "/{roleId}", GetAsync).NeedsKey().Says(Feature, "A role").Answers<RoleModel>();
        routes.MapCall<PatchRoleRequest>(HttpMethods.Patch, Path + "/{roleId}", ChangeAsync).Needs(Permissions.Admin)
            .Says(Feature, "Change a role", "Built-in roles cannot be changed.").Answers<RoleModel>();
        routes.MapCall(HttpMethods.Delete, Path + "/{roleId}", ArchiveAsync).Needs(Permissions.Admin)
            .Says(Feature, "Remove a role", "Built-in roles cannot be removed.").Answers(StatusCodes.Status204NoContent, "Removed.");
    }

    static Task<IResult> ListAsync(Call call) => DocumentCalls.ListAsync(call, d => d.Roles, RoleMapping.ToModel);

    static Task<IResult> CreateAsync(Call call, CreateRoleRequest body) => Answers.DoAsync(
        RoleMapping.Read(body),
        draft => call.Organization().AddRoleAsync(call.ToRequest(), draft),
        r => Answers.Created($"{Path}/{r.Id}", RoleMapping.ToModel(r), r.Version));

    static Task<IResult> GetAsync(Call call) => DocumentCalls.GetAsync(call, d => d.Roles, "role", call.Id("roleId"), RoleMapping.ToModel);

    static Task<IResult> ChangeAsync(Call call, PatchRoleRequest body) => Answers.DoAsync(
        RoleMapping.Read(body),
        patch => call.Organization().ChangeRoleAsync(call.ToRequest(), call.Id("roleId"), patch, call.IfMatch),
        r => Answers.Ok(RoleMapping.ToModel(r), r.Version));

    static async Task<IResult> ArchiveAsync(Call call) =>
        Answers.Of(await call.Organization().ArchiveRoleAsync(call.ToRequest(), call.Id("roleId"), call.IfMatch), _ => Answers.NoContent());
}
