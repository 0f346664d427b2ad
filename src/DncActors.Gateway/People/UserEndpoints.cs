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

    static async Task<IResult> CreateAsync(Call call, CreateUserRequest body)
    {
        var draft = UserMapping.Read(body);
        if (!draft.Ok) return Answers.Refused(draft.Refusal);
        var made = await call.Organization().AddUserAsync(call.ToRequest(), draft.Value);
        return Answers.Of(made, u => Answers.Created($"{Path}/{u.Id}", UserMapping.ToModel(u), u.Version));
    }

    static Task<IResult> GetAsync(Call call) => DocumentCalls.GetAsync(call, d => d.Users, "user", call.Id("userId"), UserMapping.ToModel);

    static async Task<IResult> ChangeAsync(Call call, PatchUserRequest body)
    {
        var patch = UserMapping.Read(body);
        if (!patch.Ok) return Answers.Refused(patch.Refusal);
        var changed = await call.Organization().ChangeUserAsync(call.ToRequest(), call.Id("userId"), patch.Value, call.IfMatch);
        return Answers.Of(changed, u => Answers.Ok(UserMapping.ToModel(u), u.Version));
    }

    static async Task<IResult> ArchiveAsync(Call call) =>
        Answers.Of(await call.Organization().ArchiveUserAsync(call.ToRequest(), call.Id("userId"), call.IfMatch), _ => Answers.NoContent());
}
