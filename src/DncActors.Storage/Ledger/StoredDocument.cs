using System.Text.Json.Serialization;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.People;
using DncActors.Domain.Workflows;
using DncActors.Storage.Organizations;
using DncActors.Storage.People;
using DncActors.Storage.Workflows;

namespace DncActors.Storage.Ledger;

/// <summary>A published document, whole, under a name that says its kind.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "document")]
[JsonDerivedType(typeof(StoredOrganization), "organization")]
[JsonDerivedType(typeof(StoredWorkflow), "workflow")]
[JsonDerivedType(typeof(StoredTemplate), "actionTemplate")]
[JsonDerivedType(typeof(StoredRole), "role")]
[JsonDerivedType(typeof(StoredUser), "user")]
[JsonDerivedType(typeof(StoredUserGroup), "userGroup")]
[JsonDerivedType(typeof(StoredApiKey), "apiKey")]
[JsonDerivedType(typeof(StoredUserPassword), "userPassword")]
internal abstract record StoredDocument(string Id, long Version, bool Archived)
{
    public static StoredDocument Of(Document document) => document switch
    {
        Organization organization => StoredOrganization.Of(organization),
        Workflow workflow => StoredWorkflow.Of(workflow),
        ActionTemplate template => StoredTemplate.Of(template),
        Role role => StoredRole.Of(role),
        User user => StoredUser.Of(user),
        UserGroup group => StoredUserGroup.Of(group),
        ApiKey key => StoredApiKey.Of(key),
        UserPassword password => StoredUserPassword.Of(password),
        _ => throw new ArgumentException($"Documents of the type {document.GetType().Name} cannot be stored.", nameof(document)),
    };

    public abstract Document ToDocument();
}
