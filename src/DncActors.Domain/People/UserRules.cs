using System.Collections.Immutable;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.People;

/// <summary>Edits of users.</summary>
public static class UserRules
{
    public const int MaxRoles = 20;
    public const int MaxUserGroups = 100;

    public static Outcome<User> Add(OrganizationDocuments documents, UserDraft draft, string newId)
    {
        var id = draft.Id ?? newId;
        var user = new User(id, 1, false, draft.Name.Trim(), draft.Roles, draft.UserGroups, draft.Login?.Trim());
        var errors = Check(documents, user, draft.Id);
        if (errors.Length > 0)
        {
            return Refusal.Validation(errors);
        }
        if (documents.Users.ContainsKey(id)) return PeopleRefusals.Taken("user", id);
        return PeopleRefusals.Full("users", documents.Users.Values, PeopleLimits.MaxUsers) is { } full
            ? full
            : user;
    }

    public static Outcome<User> Change(OrganizationDocuments documents, string userId, UserPatch patch)
    {
        if (!documents.Users.TryGetValue(userId, out var user) || user.Archived)
        {
            return Refusal.NotFound("user", userId);
        }
        var changed = user with
        {
            Version = user.Version + 1,
            Name = (patch.Name ?? user.Name).Trim(),
            Roles = patch.Roles ?? user.Roles,
            UserGroups = patch.UserGroups ?? user.UserGroups,
            Login = patch.Login.Or(user.Login)?.Trim(),
        };
        var errors = Check(documents, changed, null);
        return errors.Length > 0 ? Refusal.Validation(errors) : AdministratorRules.Keep(documents, changed);
    }

    /// <summary>Whoever is archived may do nothing more, and keys that stand for them neither.</summary>
    public static Outcome<User> Archive(OrganizationDocuments documents, string userId) =>
        documents.Users.TryGetValue(userId, out var user) && !user.Archived
            ? AdministratorRules.Keep(documents, user with { Version = user.Version + 1, Archived = true })
            : Refusal.NotFound("user", userId);

    /// <param name="givenId">The id that somebody chose; null for one that was made, or is there.</param>
    static ImmutableArray<FieldError> Check(OrganizationDocuments documents, User user, string? givenId) =>
    [
        .. PeopleRefusals.All(
            TextRules.CheckName("name", user.Name),
            givenId is null ? null : TextRules.CheckId("id", givenId),
            user.Login is null ? null : LoginRules.Check(documents, user.Id, user.Login)),
        .. CheckAll("roles", "role", user.Roles, MaxRoles, r => documents.Roles.TryGetValue(r, out var role) && !role.Archived),
        .. CheckAll("userGroups", "user group", user.UserGroups, MaxUserGroups, g => documents.UserGroups.TryGetValue(g, out var group) && !group.Archived),
    ];

    static IEnumerable<FieldError> CheckAll(string field, string what, ImmutableArray<string> ids, int most, Func<string, bool> isThere)
    {
        if (ids.Length > most)
        {
            yield return new(field, $"'{field}' names {ids.Length}; at most {most} are allowed.");
            yield break;
        }
        for (var i = 0; i < ids.Length; i++)
        {
            if (!isThere(ids[i]))
            {
                yield return new($"{field}[{i}]", $"There is no {what} '{TextRules.Shorten(ids[i])}'; name one that is there and not archived.");
            }
            else if (ids.IndexOf(ids[i]) < i)
            {
                yield return new($"{field}[{i}]", $"'{TextRules.Shorten(ids[i])}' is named twice; name it once.");
            }
        }
    }
}
