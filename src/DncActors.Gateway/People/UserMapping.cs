using DncActors.Client.People;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.People;

/// <summary>Users, to and from the wire.</summary>
static class UserMapping
{
    internal static Outcome<UserDraft> Read(CreateUserRequest request)
    {
        var fields = new FieldReader();
        var draft = new UserDraft(
            request.Id,
            fields.Required("name", request.Name),
            fields.Texts("roles", request.Roles),
            fields.Texts("userGroups", request.UserGroups),
            request.Login);
        return fields.Make(draft);
    }

    internal static Outcome<UserPatch> Read(PatchUserRequest request)
    {
        var fields = new FieldReader();
        var patch = new UserPatch(
            fields.Sent("name", request.Name, fields.Required),
            fields.SentAs("roles", request.Roles, fields.Texts),
            fields.SentAs("userGroups", request.UserGroups, fields.Texts),
            FieldReader.Given(request.Login));
        return fields.Make(patch);
    }

    internal static UserModel ToModel(User user) =>
        new() { Id = user.Id, Name = user.Name, Roles = user.Roles, UserGroups = user.UserGroups, Login = user.Login, Version = user.Version };
}
