using System.Collections.Immutable;
using DncActors.Contracts.Workflows;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;
using DncActors.Domain.Workflows;

namespace DncActors.Contracts.Organizations;

/// <summary>
/// One organization, by its id: its settings, people, keys and templates. Every edit is answered when it is durable and known to every node; the same
/// request again gives the same answer.
/// Conflict: the document is not at <c>ifVersion</c> (null asks nothing), an id that is taken, or another request under the same id.
/// </summary>
[Alias("dnc.IOrganizationGrain")]
public interface IOrganizationGrain : IGrainWithStringKey
{
    [Alias("Change")]
    Task<Outcome<Organization>> ChangeAsync(Request request, OrganizationPatch patch, long? ifVersion);

    /// <summary>Makes another organization, with its first key. Only <see cref="Organization.Default"/> may (403).</summary>
    [Alias("MakeOrganization")]
    Task<Outcome<OrganizationMade>> MakeOrganizationAsync(Request request, OrganizationDraft draft);

    [Alias("AddRole")]
    Task<Outcome<Role>> AddRoleAsync(Request request, RoleDraft draft);

    [Alias("ChangeRole")]
    Task<Outcome<Role>> ChangeRoleAsync(Request request, string roleId, RolePatch patch, long? ifVersion);

    [Alias("ArchiveRole")]
    Task<Outcome<Role>> ArchiveRoleAsync(Request request, string roleId, long? ifVersion);

    [Alias("AddUser")]
    Task<Outcome<User>> AddUserAsync(Request request, UserDraft draft);

    /// <summary>The last administrator cannot lose the role (422).</summary>
    [Alias("ChangeUser")]
    Task<Outcome<User>> ChangeUserAsync(Request request, string userId, UserPatch patch, long? ifVersion);

    [Alias("ArchiveUser")]
    Task<Outcome<User>> ArchiveUserAsync(Request request, string userId, long? ifVersion);

    [Alias("AddUserGroup")]
    Task<Outcome<UserGroup>> AddUserGroupAsync(Request request, UserGroupDraft draft);

    [Alias("ChangeUserGroup")]
    Task<Outcome<UserGroup>> ChangeUserGroupAsync(Request request, string groupId, UserGroupPatch patch, long? ifVersion);

    [Alias("ArchiveUserGroup")]
    Task<Outcome<UserGroup>> ArchiveUserGroupAsync(Request request, string groupId, long? ifVersion);

    [Alias("AddKey")]
    Task<Outcome<KeyMade>> AddKeyAsync(Request request, ApiKeyDraft draft);

    [Alias("ChangeKey")]
    Task<Outcome<ApiKey>> ChangeKeyAsync(Request request, string keyId, ApiKeyPatch patch, long? ifVersion);

    /// <summary>Revokes the key: when this is answered, every node refuses it.</summary>
    [Alias("RevokeKey")]
    Task<Outcome<ApiKey>> RevokeKeyAsync(Request request, string keyId, long? ifVersion);

    [Alias("AddTemplate")]
    Task<Outcome<ActionTemplate>> AddTemplateAsync(Request request, TemplateDraft draft);

    [Alias("ReplaceTemplate")]
    Task<Outcome<ActionTemplate>> ReplaceTemplateAsync(Request request, string templateId, TemplateDraft draft, long? ifVersion);

    [Alias("ArchiveTemplate")]
    Task<Outcome<ActionTemplate>> ArchiveTemplateAsync(Request request, string templateId, long? ifVersion);

    /// <summary>Gives the template's action to these statuses: all or none; an action of that name there is replaced.</summary>
    [Alias("ApplyTemplate")]
    Task<Outcome<ActionPlacements>> ApplyTemplateAsync(Request request, string templateId, ImmutableArray<StatusRef> targets, bool dryRun);
}
