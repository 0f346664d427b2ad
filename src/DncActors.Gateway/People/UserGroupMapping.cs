using DncActors.Client.People;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.People;

/// <summary>User groups, to and from the wire.</summary>
static class UserGroupMapping
{
    internal static Outcome<UserGroupDraft> Read(CreateUserGroupRequest request)
    {
        var fields = new FieldReader();
        var draft = new UserGroupDraft(request.Id, fields.Required("name", request.Name), fields.Texts("recordTypes", request.RecordTypes));
        return fields.Make(draft);
    }

    internal static Outcome<UserGroupPatch> Read(PatchUserGroupRequest request)
    {
        var fields = new FieldReader();
        var patch = new UserGroupPatch(fields.Sent("name", request.Name, fields.Required), fields.SentAs("recordTypes", request.RecordTypes, fields.Texts));
        return fields.Make(patch);
    }

    internal static UserGroupModel ToModel(UserGroup group) =>
        new() { Id = group.Id, Name = group.Name, RecordTypes = group.RecordTypes, Version = group.Version };
}
