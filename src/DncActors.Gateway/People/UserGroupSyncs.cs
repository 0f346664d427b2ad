using DncActors.Client.People;
using DncActors.Contracts.Identity;
using DncActors.Contracts.UserGroups;
using DncActors.Domain.Ledger;
using DncActors.Domain.People;
using DncActors.Domain.Workflows;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.People;

/// <summary>How far a user group follows the workflows that concern it.</summary>
static class UserGroupSyncs
{
    internal static async Task<IReadOnlyList<UserGroupWorkflowModel>> ReadAsync(Call call, UserGroup group)
    {
        var sync = await call.Ask<IGrainFactory>().GetGrain<IUserGroupGrain>(GrainKeys.Of(call.Access.Organization, group.Id)).GetSyncAsync();
        var concerned = (await call.DocumentsAsync()).Workflows.Values.Where(w => !w.Archived && group.Concerns(w.RecordType))
            .OrderBy(w => w.Id, StringComparer.Ordinal);
        var models = new List<UserGroupWorkflowModel>();
        foreach (var workflow in concerned) models.Add(await ToModelAsync(call, workflow, sync.Versions.GetValueOrDefault(workflow.Id)));
        return models;
    }

    static async Task<UserGroupWorkflowModel> ToModelAsync(Call call, Workflow workflow, long synced)
    {
        // The group can have read a version that this node's cache is just about to get.
        var version = Math.Max(workflow.Version, synced);
        return new UserGroupWorkflowModel
        {
            WorkflowId = workflow.Id,
            Version = version,
            SyncedVersion = synced,
            InSync = synced == version,
            BehindSince = synced == version ? null : await PublishedAtAsync(call, workflow.Id, synced + 1),
        };
    }

    static async Task<DateTimeOffset?> PublishedAtAsync(Call call, string workflowId, long version)
    {
        var found = await call.Ask<IDocumentStore>().ReadVersionsAsync(
            call.Access.Organization, DocumentKind.Workflow, workflowId, version + 1, 1, call.Cancellation);
        return found.IsEmpty ? null : found[0].At;
    }
}
