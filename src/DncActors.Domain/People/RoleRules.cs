using System.Collections.Immutable;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.People;

/// <summary>Edits of roles. Built-in ones stay as they are.</summary>
public static class RoleRules
{
    const int MaxNamed = 10;

    public static Outcome<Role> Add(OrganizationDocuments documents, RoleDraft draft, string newId)
    {
        var errors = Check(draft.Name, draft.Permissions, draft.Id);
        var id = draft.Id ?? newId;
        if (errors.Length > 0)
        {
            return Refusal.Validation(errors);
        }
        if (documents.Roles.ContainsKey(id)) return PeopleRefusals.Taken("role", id);
        return PeopleRefusals.Full("roles", documents.Roles.Values, PeopleLimits.MaxRoles) is { } full
            ? full
            : new Role(id, 1, false, draft.Name.Trim(), draft.Permissions, BuiltIn: false);
    }

    public static Outcome<Role> Change(OrganizationDocuments documents, string roleId, RolePatch patch)
    {
        if (!documents.Roles.TryGetValue(roleId, out var role) || role.Archived)
        {
            return Refusal.NotFound("role", roleId);
        }
        if (role.BuiltIn)
        {
            return BuiltIn(role);
        }
        var errors = Check(patch.Name ?? role.Name, patch.Permissions ?? role.Permissions, null);
        if (errors.Length > 0)
        {
            return Refusal.Validation(errors);
        }
        var changed = role with { Version = role.Version + 1, Name = (patch.Name ?? role.Name).Trim(), Permissions = patch.Permissions ?? role.Permissions };
        return AdministratorRules.Keep(documents, changed);
    }

    /// <summary>Refused while somebody has it, or a status or action asks for it.</summary>
    public static Outcome<Role> Archive(OrganizationDocuments documents, string roleId)
    {
        if (!documents.Roles.TryGetValue(roleId, out var role) || role.Archived)
        {
            return Refusal.NotFound("role", roleId);
        }
        if (role.BuiltIn)
        {
            return BuiltIn(role);
        }
        var uses = UsesOf(documents, roleId).Take(MaxNamed + 1).ToList();
        if (uses.Count > 0)
        {
            var named = string.Join(", ", uses.Take(MaxNamed)) + (uses.Count > MaxNamed ? ", …" : "");
            return Refusal.Unprocessable("role.in-use", $"The role '{role.Name}' is in use by {named}; take it away there first.");
        }
        return AdministratorRules.Keep(documents, role with { Version = role.Version + 1, Archived = true });
    }

    static IEnumerable<string> UsesOf(OrganizationDocuments documents, string roleId) =>
    [
        .. documents.Users.Values.Where(u => !u.Archived && u.Roles.Contains(roleId)).Select(u => $"user '{u.Id}'"),
        .. documents.ApiKeys.Values.Where(k => !k.Archived && k.Role == roleId).Select(k => $"key '{k.Name}'"),
        .. from w in documents.Workflows.Values
           where !w.Archived
           from s in w.Statuses
           where !s.Archived && (s.AllowedRoles.Contains(roleId) || s.Actions.Any(a => a.AllowedRoles.Contains(roleId)))
           select $"status '{s.Name}' of workflow '{w.Name}'",
    ];

    static ImmutableArray<FieldError> Check(string name, Permissions permissions, string? id)
    {
        var none = permissions == Permissions.None
            ? new FieldError("permissions", "'permissions' is empty; a role grants at least one, such as 'contact.check'.")
            : null;
        return PeopleRefusals.All(TextRules.CheckName("name", name), none, id is null ? null : TextRules.CheckId("id", id));
    }

    static Refusal BuiltIn(Role role) =>
        Refusal.Unprocessable("role.built-in", $"The role '{role.Id}' is built in and cannot be changed; make one of your own.");
}
