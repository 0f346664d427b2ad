using DncActors.Contracts.Access;
using DncActors.Domain.Leads;
using DncActors.Domain.Organizations;
using DncActors.Domain.People;

namespace DncActors.Grains.Access;

/// <summary>Who calls, and what they may do, by an organization's documents.</summary>
static class AccessRules
{
    public static AccessAnswer Judge(OrganizationDocuments documents, string keyId, string? actingUserId)
    {
        if (!documents.ApiKeys.TryGetValue(keyId, out var key) || key.Archived) return new(null, AccessDenial.UnknownKey);
        // Whose user is gone has nothing left to sign out of.
        if (key.IsSession && (key.UserId is null || !documents.Users.TryGetValue(key.UserId, out var owner) || owner.Archived))
            return new(null, AccessDenial.UnknownKey);
        if (actingUserId is not null && actingUserId != key.UserId)
        {
            if (!key.ActsForUsers) return new(null, AccessDenial.MayNotActForUsers);
            if (!documents.Users.TryGetValue(actingUserId, out var user) || user.Archived) return new(null, AccessDenial.UnknownUser);
        }
        var userId = actingUserId ?? key.UserId;
        return new(
            new CallerAccess(
                documents.Organization.Id,
                key.Id,
                userId,
                userId ?? $"key:{key.Id}",
                PermissionsOf(documents, key, userId),
                documents.Organization.Region,
                key.ExpiresAt),
            AccessDenial.None);
    }

    /// <summary>Who runs an action, judged at the moment of the plan: what was taken away since the request came in is gone.</summary>
    public static ActingPerson PersonOf(OrganizationDocuments documents, Request request) =>
        documents.ApiKeys.TryGetValue(request.KeyId, out var key) && !key.Archived
            ? new(PermissionsOf(documents, key, request.UserId), PermissionRules.RolesOf(documents, key, request.UserId))
            : new(Permissions.None, []);

    /// <summary>Only what both the key and the person have.</summary>
    static Permissions PermissionsOf(OrganizationDocuments documents, ApiKey key, string? userId)
    {
        var permissions = PermissionRules.Of(documents, key);
        if (userId is null) return permissions;
        return documents.Users.TryGetValue(userId, out var user) ? permissions & PermissionRules.Of(documents, user) : Permissions.None;
    }
}
