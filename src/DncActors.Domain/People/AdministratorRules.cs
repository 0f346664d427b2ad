using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.People;

/// <summary>The last administrator cannot be removed, by whatever edit: an organization that nobody can administer is lost.</summary>
public static class AdministratorRules
{
    /// <summary>The document as it is to be, or the refusal if the organization had an administrator and would have none.</summary>
    public static Outcome<T> Keep<T>(OrganizationDocuments documents, T changed)
        where T : Document
    {
        if (!PermissionRules.HasAdministrator(documents) || PermissionRules.HasAdministrator(documents.With(changed, documents.Sequence)))
        {
            return changed;
        }
        return Refusal.Unprocessable(
            "administrator.last",
            "This would leave the organization without an API key that may administer it; make another key with the role 'administrator' first.");
    }

    /// <summary>What an edit of people is fenced by, so that two of them cannot each remove one of the last two administrators.</summary>
    public static IReadOnlyList<KindGuard> Guards(OrganizationDocuments documents) =>
    [
        new(DocumentKind.Role, documents.Sequence),
        new(DocumentKind.User, documents.Sequence),
        new(DocumentKind.UserGroup, documents.Sequence),
        new(DocumentKind.ApiKey, documents.Sequence),
    ];
}
