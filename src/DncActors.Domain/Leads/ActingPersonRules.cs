using DncActors.Domain.Organizations;
using DncActors.Domain.People;

namespace DncActors.Domain.Leads;

/// <summary>Whose permissions and roles decide.</summary>
public static class ActingPersonRules
{
    /// <summary>
    /// Who asks: the permissions that the key and the person both have, and the person's roles. Whatever is missing or archived grants nothing.
    /// </summary>
    public static ActingPerson Of(Request request, OrganizationDocuments documents)
    {
        if (documents.ApiKeys.GetValueOrDefault(request.KeyId) is not { } key) return new(Permissions.None, []);
        var permissions = PermissionRules.Of(documents, key);
        if (request.UserId is { } userId && userId != key.UserId) permissions &= OfUser(userId, documents).Permissions;
        return new(permissions, PermissionRules.RolesOf(documents, key, request.UserId));
    }

    /// <summary>A person by themselves, whatever key they come with: what diagnostics ask about.</summary>
    public static ActingPerson OfUser(string userId, OrganizationDocuments documents) =>
        documents.Users.GetValueOrDefault(userId) is { Archived: false } user
            ? new(PermissionRules.Of(documents, user), [.. user.Roles.Where(r => documents.Roles.GetValueOrDefault(r) is { Archived: false })])
            : new(Permissions.None, []);
}
