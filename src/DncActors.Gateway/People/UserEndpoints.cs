using DncActors.Client.Paging;
using DncActors.Client.People;
using DncActors.Domain.People;
using DncActors.Gateway.Access;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Gateway.People;

/// <summary>The people of the organization.</summary>
static class UserEndpoints
{
    const string Feature = "People and keys";
    const string Path = "/v1/users";

    internal static void MapUsers(this IEndpointRouteBuilder routes)
    {
        routes.MapCall(HttpMethods.Get, Path, ListAsync).NeedsKey().Says(Feature, "All users", "By id.", Paging.Limit, Paging.Cursor)
            .Answers<Page<UserModel>>();
        routes.MapCall<CreateUserRequest>(HttpMethods.Post, Path, CreateAsync).Needs(Permissions.Admin)
            .Says(Feature, "Make a user", "Who has several roles may do only what all of them grant.").Answers<UserModel>(StatusCodes.Status201Created);
        routes.MapCall(HttpMethods.Get, Path + "/{userId}", GetAsync).NeedsKey().Says(Feature, "A user").Answers<UserModel>();
        routes.MapCall<PatchUserRequest>(HttpMethods.Patch, Path + "/{userId}", ChangeAsync).Needs(Permissions.Admin)
            .Says(Feature, "Change a user", "The last administrator cannot lose the role (422).").Answers<UserModel>();
        routes.MapCall(HttpMethods.Delete, Path + "/{userId}", ArchiveAsync).Needs(Permissions.Admin)
            .Says(Feature, "Remove a user", "The last administrator cannot be removed (422).").Answers(StatusCodes.Status204NoContent, "Removed.");
    }

    static Task<IResult> ListAsync(Call call) => DocumentCalls.ListAsync(call, d => d.Users, UserMapping.ToModel);

    static Task<IResult> CreateAsync(Call call, CreateUserRequest body) => Answers.DoAsync(
        UserMapping.Read(body),
        draft => call.Organization().AddUserAsync(call.ToRequest(), draft),
        u => Answers.Created($"{Path}/{u.Id}", UserMapping.ToModel(u), u.Version));

    static Task<IResult> GetAsync(Call call) => DocumentCalls.GetAsync(call, d => d.Users, "user", call.Id("userId"), UserMapping.ToModel);

    static Task<IResult> ChangeAsync(Call call, PatchUserRequest body) => Answers.DoAsync(
        UserMapping.Read(body),
        patch => call.Organization().ChangeUserAsync(call.ToRequest(), call.Id("userId"), patch, call.IfMatch),
        u => Answers.Ok(UserMapping.ToModel(u), u.Version));

    static async Task<IResult> ArchiveAsync(Call call) =>
        Answers.Of(await call.Organization().ArchiveUserAsync(call.ToRequest(), call.Id("userId"), call.IfMatch), _ => Answers.NoContent());
}
