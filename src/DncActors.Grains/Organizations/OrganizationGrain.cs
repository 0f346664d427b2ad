using System.Collections.Immutable;
using System.Security.Cryptography;
using DncActors.Contracts.Identity;
using DncActors.Contracts.Organizations;
using DncActors.Contracts.Workflows;
using DncActors.Domain.Identity;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;
using DncActors.Domain.Workflows;
using DncActors.Grains.Deciding;
using DncActors.Grains.Workflows;

namespace DncActors.Grains.Organizations;

/// <summary>Puts the edits of one organization's settings, people, keys and templates in order. It keeps nothing between turns.</summary>
sealed class OrganizationGrain(DocumentEdits edits, DecisionLoop loop, Placing placing, IPublishedDocuments documents, TimeProvider time, IdSource ids)
    : Grain, IOrganizationGrain
{
    public Task<Outcome<Organization>> ChangeAsync(Request request, OrganizationPatch patch, long? ifVersion) => EditAsync(
        request, request.Organization, ifVersion, d => d.Organization, d => OrganizationRules.Change(d.Organization, patch), _ => EditGuards.None);

    public async Task<Outcome<OrganizationMade>> MakeOrganizationAsync(Request request, OrganizationDraft draft)
    {
        if (request.Organization != Organization.Default)
        {
            return Refusal.Forbidden("organization.not-default", $"Only administrators of '{Organization.Default}' make organizations.");
        }
        // The commit is the new organization's: it is looked up, and its log begins, there.
        var id = draft.Id ?? GrainKeys.MadeBy(request);
        // Its own log does not name a key or person of another organization; that one's log does.
        var its = request with { Organization = id, Actor = "system:organization-made" };
        return await loop.RunAsync<OrganizationMade>(
            its,
            async () => await documents.FindAsync(id) is null ? OrganizationCommits.Make(its, draft, id, NewSecret(), time.GetUtcNow()) : Taken(id),
            _ => RepeatAsync(its),
            DeactivateOnIdle);
    }

    public Task<Outcome<Role>> AddRoleAsync(Request request, RoleDraft draft) =>
        AddAsync(request, draft.Id, d => RoleRules.Add(d, draft, GrainKeys.MadeBy(request)));

    public Task<Outcome<Role>> ChangeRoleAsync(Request request, string roleId, RolePatch patch, long? ifVersion) =>
        EditAsync(request, roleId, ifVersion, d => d.Roles.GetValueOrDefault(roleId), d => RoleRules.Change(d, roleId, patch), PeopleGuards);

    public Task<Outcome<Role>> ArchiveRoleAsync(Request request, string roleId, long? ifVersion) => EditAsync(
        request, roleId, ifVersion, d => d.Roles.GetValueOrDefault(roleId), d => RoleRules.Archive(d, roleId), PeopleAndWorkflowGuards);

    public Task<Outcome<User>> AddUserAsync(Request request, UserDraft draft) =>
        AddAsync(request, draft.Id, d => UserRules.Add(d, draft, GrainKeys.MadeBy(request)));

    public Task<Outcome<User>> ChangeUserAsync(Request request, string userId, UserPatch patch, long? ifVersion) =>
        EditAsync(request, userId, ifVersion, d => d.Users.GetValueOrDefault(userId), d => UserRules.Change(d, userId, patch), PeopleGuards);

    public Task<Outcome<User>> ArchiveUserAsync(Request request, string userId, long? ifVersion) =>
        EditAsync(request, userId, ifVersion, d => d.Users.GetValueOrDefault(userId), d => UserRules.Archive(d, userId), PeopleGuards);

    public Task<Outcome<UserGroup>> AddUserGroupAsync(Request request, UserGroupDraft draft) =>
        AddAsync(request, draft.Id, d => UserGroupRules.Add(d, draft, GrainKeys.MadeBy(request)));

    public Task<Outcome<UserGroup>> ChangeUserGroupAsync(Request request, string groupId, UserGroupPatch patch, long? ifVersion) =>
        EditAsync(request, groupId, ifVersion, d => d.UserGroups.GetValueOrDefault(groupId), d => UserGroupRules.Change(d, groupId, patch), PeopleGuards);

    public Task<Outcome<UserGroup>> ArchiveUserGroupAsync(Request request, string groupId, long? ifVersion) => EditAsync(
        request, groupId, ifVersion, d => d.UserGroups.GetValueOrDefault(groupId), d => UserGroupRules.Archive(d, groupId), PeopleAndWorkflowGuards);

    public async Task<Outcome<KeyMade>> AddKeyAsync(Request request, ApiKeyDraft draft)
    {
        var secret = NewSecret();
        var made = false;
        var key = await AddAsync(
            request,
            null,
            d =>
            {
                made = true;
                return ApiKeyRules.Add(d, draft, GrainKeys.MadeBy(request), secret);
            });
        if (!key.Ok) return key.Refusal;
        // What an earlier request made has an earlier secret.
        return new KeyMade(key.Value, made && key.Value.Hash == ApiKeyRules.HashOf(secret) ? secret : null);
    }

    public Task<Outcome<ApiKey>> ChangeKeyAsync(Request request, string keyId, ApiKeyPatch patch, long? ifVersion) =>
        EditAsync(request, keyId, ifVersion, d => d.ApiKeys.GetValueOrDefault(keyId), d => ApiKeyRules.Change(d, keyId, patch), PeopleGuards);

    public Task<Outcome<ApiKey>> RevokeKeyAsync(Request request, string keyId, long? ifVersion) =>
        EditAsync(request, keyId, ifVersion, d => d.ApiKeys.GetValueOrDefault(keyId), d => ApiKeyRules.Revoke(d, keyId), PeopleGuards);

    public Task<Outcome<ActionTemplate>> AddTemplateAsync(Request request, TemplateDraft draft) =>
        EditTemplateAsync(request, GrainKeys.MadeBy(request), null, (d, id) => TemplateRules.Add(d, draft, id));

    public Task<Outcome<ActionTemplate>> ReplaceTemplateAsync(Request request, string templateId, TemplateDraft draft, long? ifVersion) =>
        EditTemplateAsync(request, templateId, ifVersion, (d, id) => TemplateRules.Replace(d, id, draft));

    public Task<Outcome<ActionTemplate>> ArchiveTemplateAsync(Request request, string templateId, long? ifVersion) =>
        EditTemplateAsync(request, templateId, ifVersion, TemplateRules.Archive);

    public Task<Outcome<ActionPlacements>> ApplyTemplateAsync(Request request, string templateId, ImmutableArray<StatusRef> targets, bool dryRun) =>
        placing.RunAsync(
            request,
            targets,
            dryRun,
            d => d.Templates.GetValueOrDefault(templateId)?.Action.Name,
            (d, now) => TemplateRules.Apply(d, templateId, targets, now, ids),
            DeactivateOnIdle);

    Task<Outcome<T>> AddAsync<T>(Request request, string? givenId, Func<OrganizationDocuments, Outcome<T>> plan)
        where T : Document => RunAsync<T>(request, givenId ?? GrainKeys.MadeBy(request), d => (plan(d), PeopleGuards(d), null));

    Task<Outcome<T>> EditAsync<T>(
        Request request,
        string id,
        long? ifVersion,
        Func<OrganizationDocuments, T?> find,
        Func<OrganizationDocuments, Outcome<T>> plan,
        Func<OrganizationDocuments, EditGuards> guards)
        where T : Document => RunAsync<T>(
            request,
            id,
            d => DocumentCommits.RefuseStale(find(d), ifVersion) is { } stale ? (stale, EditGuards.None, null) : (plan(d), guards(d), find(d)));

    Task<Outcome<ActionTemplate>> EditTemplateAsync(
        Request request, string templateId, long? ifVersion, Func<OrganizationDocuments, string, Outcome<TemplateEdit>> plan) => RunAsync<ActionTemplate>(
            request,
            templateId,
            d =>
            {
                var was = d.Templates.GetValueOrDefault(templateId);
                if (DocumentCommits.RefuseStale(was, ifVersion) is { } stale) return (stale, EditGuards.None, null);
                var planned = plan(d, templateId);
                return planned.Ok ? (planned.Value.Template, planned.Value.Guards, was) : (planned.Refusal, EditGuards.None, null);
            });

    /// <summary>One document's edit, repeated from the version that it published.</summary>
    Task<Outcome<T>> RunAsync<T>(
        Request request, string id, Func<OrganizationDocuments, (Outcome<T> Planned, EditGuards Guards, T? Was)> plan)
        where T : Document => edits.RunAsync<T>(
            request,
            published =>
            {
                var (planned, guards, was) = plan(published);
                if (!planned.Ok) return new(planned.Refusal);
                var next = planned.Value;
                var commit = ReferenceEquals(next, was)
                    ? null
                    : DocumentCommits.Of(request, published, [next], guards, time.GetUtcNow(), DocumentCommits.Reply(next));
                return new(new Decision<T>(commit, next));
            },
            reply => edits.ReadAsync<T>(request.Organization, DocumentKinds.Of<T>(), id, DocumentCommits.VersionIn(reply)),
            DeactivateOnIdle);

    async ValueTask<Outcome<OrganizationMade>> RepeatAsync(Request its)
    {
        var organization = await edits.ReadAsync<Organization>(its.Organization, DocumentKind.Organization, its.Organization, 1);
        var key = await edits.ReadAsync<ApiKey>(its.Organization, DocumentKind.ApiKey, OrganizationCommits.FirstKeyId, 1);
        if (!organization.Ok) return organization.Refusal;
        return key.Ok ? new OrganizationMade(organization.Value, new(key.Value, null)) : key.Refusal;
    }

    static Refusal Taken(string id) => Refusal.Conflict("id.taken", $"There is an organization '{id}' already.");

    static EditGuards PeopleGuards(OrganizationDocuments documents) => new([], [.. AdministratorRules.Guards(documents)], []);

    /// <summary>What a status or an action may name, too: that none has begun to.</summary>
    static EditGuards PeopleAndWorkflowGuards(OrganizationDocuments documents)
    {
        KindGuard workflows = new(DocumentKind.Workflow, documents.Sequence);
        KindGuard templates = new(DocumentKind.ActionTemplate, documents.Sequence);
        return new([], [.. AdministratorRules.Guards(documents), workflows, templates], []);
    }

    static string NewSecret() => ApiKeyRules.SecretOf(RandomNumberGenerator.GetBytes(ApiKeyRules.SecretBytes));
}
