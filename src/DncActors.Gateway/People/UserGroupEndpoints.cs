using DncActors.Client.Paging;
using DncActors.Client.People;
using DncActors.Domain.People;
using DncActors.Gateway.Access;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Gateway.People;

/// <summary>User groups: people who hear together of leads and of workflows.</summary>
static class UserGroupEndpoints
{
    const string Feature = "People and keys";
    const string Path = "/v1/user-groups";

    internal static void MapUserGroups(this IEndpointRouteBuilder routes)
    {
        routes.MapCall(HttpMethods.Get, Path, ListAsync).NeedsKey().Says(Feature, "All user groups", "By id.", Paging.Limit, Paging.Cursor)
            .Answers<Page<UserGroupModel>>();
        routes.MapCall<CreateUserGroupRequest>(HttpMethods.Post, Path, CreateAsync).Needs(Permissions.Admin)
            .Says(Feature, "Make a user group").Answers<UserGroupModel>(StatusCodes.Status201Created);
        routes.MapCall(HttpMethods.Get, Path + "/{userGroupId}", GetAsync).NeedsKey()
            .Says(Feature, "A user group", "With how far it follows each workflow. Being behind never changes a verdict.").Answers<UserGroupModel>();
        routes.MapCall<PatchUserGroupRequest>(HttpMethods.Patch, Path + "/{userGroupId}", ChangeAsync).Needs(Permissions.Admin)
            .Says(Feature, "Change a user group").Answers<UserGroupModel>();
        routes.MapCall(HttpMethods.Delete, Path + "/{userGroupId}", ArchiveAsync).Needs(Permissions.Admin)
            .Says(Feature, "Remove a user group", "Its stream ends.").Answers(StatusCodes.Status204NoContent, "Removed.");
    }

    static Task<IResult> ListAsync(Call call) => DocumentCalls.ListAsync(call, d => d.UserGroups, UserGroupMapping.ToModel);

    static Task<IResult> CreateAsync(Call call, CreateUserGroupRequest body) => Answers.DoAsync(
        UserGroupMapping.Read(body),
        draft => call.Organization().AddUserGroupAsync(call.ToRequest(), draft),
        g => Answers.Created($"{Path}/{g.Id}", UserGroupMapping.ToModel(g), g.Version));

    static Task<IResult> GetAsync(Call call) => DocumentCalls.GetAsync(call, d => d.UserGroups, "user group", call.Id("userGroupId"), async group =>
        Answers.Ok(UserGroupMapping.ToModel(group) with { Workflows = await UserGroupSyncs.ReadAsync(call, group) }, group.Version));

    static Task<IResult> ChangeAsync(Call call, PatchUserGroupRequest body) => Answers.DoAsync(
        UserGroupMapping.Read(body),
        patch => call.Organization().ChangeUserGroupAsync(call.ToRequest(), call.Id("userGroupId"), patch, call.IfMatch),
        g => Answers.Ok(UserGroupMapping.ToModel(g), g.Version));

    static async Task<IResult> ArchiveAsync(Call call) =>
        Answers.Of(await call.Organization().ArchiveUserGroupAsync(call.ToRequest(), call.Id("userGroupId"), call.IfMatch), _ => Answers.NoContent());
}
