using System.Collections.Immutable;
using DncActors.Domain.Organizations;

namespace DncActors.Domain.People;

/// <summary>What somebody may do. Whatever is missing or archived grants nothing: a mistake in the documents never opens a door.</summary>
public static class PermissionRules
{
    /// <summary>What all of the person's roles grant: the strictest wins. No role, or an archived person: nothing.</summary>
    public static Permissions Of(OrganizationDocuments documents, User user) =>
        user.Archived || user.Roles.IsEmpty ? Permissions.None : user.Roles.Aggregate(Permissions.All, (granted, role) => granted & OfRole(documents, role));

    /// <summary>What the key's role grants, or its user.</summary>
    public static Permissions Of(OrganizationDocuments documents, ApiKey key)
    {
        if (key.Archived)
        {
            return Permissions.None;
        }
        if (key.UserId is { } userId)
        {
            return documents.Users.TryGetValue(userId, out var user) ? Of(documents, user) : Permissions.None;
        }
        return key.Role is { } role ? OfRole(documents, role) : Permissions.None;
    }

    /// <summary>The roles that count where a status or an action asks for one: the person's, or those of a key that stands for itself.</summary>
    public static ImmutableArray<string> RolesOf(OrganizationDocuments documents, ApiKey key, string? userId)
    {
        if ((userId ?? key.UserId) is { } person)
        {
            return documents.Users.TryGetValue(person, out var user) ? RolesOf(documents, user) : [];
        }
        return key.Role is { } role && IsUsable(documents, role) ? [role] : [];
    }

    /// <summary>The person's roles that are in use; none of an archived person.</summary>
    public static ImmutableArray<string> RolesOf(OrganizationDocuments documents, User user) =>
        user.Archived ? [] : [.. user.Roles.Where(r => IsUsable(documents, r))];

    /// <summary>Any of the allowed roles suffices; an empty list allows everybody.</summary>
    public static bool Allows(ImmutableArray<string> allowedRoles, ImmutableArray<string> roles) => allowedRoles.IsEmpty || allowedRoles.Any(roles.Contains);

    /// <summary>
    /// Whether somebody can still administer the organization: a key in use that grants <see cref="Permissions.Admin"/>. A session's does not count: it ends by
    /// itself.
    /// </summary>
    public static bool HasAdministrator(OrganizationDocuments documents) =>
        documents.ApiKeys.Values.Any(k => !k.IsSession && Of(documents, k).HasFlag(Permissions.Admin));

    static Permissions OfRole(OrganizationDocuments documents, string role) =>
        documents.Roles.TryGetValue(role, out var found) && !found.Archived ? found.Permissions : Permissions.None;

    static bool IsUsable(OrganizationDocuments documents, string role) => documents.Roles.TryGetValue(role, out var found) && !found.Archived;
}
