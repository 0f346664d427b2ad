using DncActors.Client.People;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;
using DncActors.Gateway.Access;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.People;

/// <summary>Roles, to and from the wire.</summary>
static class RoleMapping
{
    internal static Outcome<RoleDraft> Read(CreateRoleRequest request)
    {
        var fields = new FieldReader();
        if (request.Permissions is null) fields.Wrong("permissions", $"permissions is missing: write a list of {PermissionWords.Words}.");
        var draft = new RoleDraft(request.Id, fields.Required("name", request.Name), Permissions(fields, "permissions", request.Permissions ?? []));
        return fields.Make(draft);
    }

    internal static Outcome<RolePatch> Read(PatchRoleRequest request)
    {
        var fields = new FieldReader();
        var patch = new RolePatch(
            fields.Sent("name", request.Name, fields.Required),
            fields.SentAs("permissions", request.Permissions, (field, words) => Permissions(fields, field, words)));
        return fields.Make(patch);
    }

    internal static RoleModel ToModel(Role role) => new()
    {
        Id = role.Id,
        Name = role.Name,
        Permissions = PermissionWords.NamesOf(role.Permissions),
        BuiltIn = role.BuiltIn,
        Version = role.Version,
    };

    static Permissions Permissions(FieldReader fields, string field, IReadOnlyList<string?> words)
    {
        var set = Domain.People.Permissions.None;
        foreach (var permission in fields.List(field, words, (name, word) => fields.Word(name, word, PermissionWords.Words))) set |= permission;
        return set;
    }
}
