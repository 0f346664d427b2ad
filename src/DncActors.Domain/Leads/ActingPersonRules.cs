using DncActors.Domain.Organizations;
using DncActors.Domain.People;

namespace DncActors.Domain.Leads;

/// <summary>Whose permissions and roles decide.</summary>
public static class ActingPersonRules
{
    /// <summary>A person by themselves, whatever key they come with: what diagnostics ask about. Who is missing or archived may do nothing.</summary>
    public static ActingPerson OfUser(string userId, OrganizationDocuments documents) =>
        documents.Users.GetValueOrDefault(userId) is { Archived: false } user
            ? new(PermissionRules.Of(documents, user), [.. user.Roles.Where(r => documents.Roles.GetValueOrDefault(r) is { Archived: false })])
            : new(Permissions.None, []);
}
