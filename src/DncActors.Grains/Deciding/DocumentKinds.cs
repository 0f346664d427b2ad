using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.People;
using DncActors.Domain.Workflows;

namespace DncActors.Grains.Deciding;

/// <summary>The kind of a type of document.</summary>
static class DocumentKinds
{
    static readonly Dictionary<Type, DocumentKind> _kinds = new()
    {
        [typeof(Organization)] = DocumentKind.Organization,
        [typeof(Workflow)] = DocumentKind.Workflow,
        [typeof(ActionTemplate)] = DocumentKind.ActionTemplate,
        [typeof(Role)] = DocumentKind.Role,
        [typeof(User)] = DocumentKind.User,
        [typeof(UserGroup)] = DocumentKind.UserGroup,
        [typeof(ApiKey)] = DocumentKind.ApiKey,
        [typeof(UserPassword)] = DocumentKind.UserPassword,
    };

    public static DocumentKind Of<T>()
        where T : Document => _kinds[typeof(T)];
}
