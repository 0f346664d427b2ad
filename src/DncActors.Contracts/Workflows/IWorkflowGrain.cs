using System.Collections.Immutable;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Workflows;

namespace DncActors.Contracts.Workflows;

/// <summary>
/// One workflow, <c>{organization}/{workflowId}</c>: puts its edits in order, judges them and publishes the new version. Every edit is answered when it is
/// durable and
/// every node plans with it; the same request again gives the same answer. Conflict: the workflow is not at <c>ifVersion</c> (null asks nothing), or another
/// request under the same id.
/// </summary>
[Alias("dnc.IWorkflowGrain")]
public interface IWorkflowGrain : IGrainWithStringKey
{
    /// <summary>Makes the workflow; its id is the grain's.</summary>
    [Alias("Create")]
    Task<Outcome<Workflow>> CreateAsync(Request request, WorkflowDraft draft);

    [Alias("Change")]
    Task<Outcome<Workflow>> ChangeAsync(Request request, WorkflowPatch patch, long? ifVersion);

    /// <summary>Refused (422) while a lead stands in it.</summary>
    [Alias("Archive")]
    Task<Outcome<Workflow>> ArchiveAsync(Request request, long? ifVersion);

    /// <summary>
    /// Publishes an old version anew, as another one. Refused (422) where what it refers to is gone, and while leads stand in a status that would go or
    /// restrict other channels.
    /// </summary>
    [Alias("Restore")]
    Task<Outcome<Workflow>> RestoreAsync(Request request, long version, long? ifVersion);

    [Alias("AddStatus")]
    Task<Outcome<StatusChanged>> AddStatusAsync(Request request, StatusDraft draft, long? ifVersion);

    [Alias("ChangeStatus")]
    Task<Outcome<StatusChanged>> ChangeStatusAsync(Request request, string statusId, StatusPatch patch, long? ifVersion);

    /// <summary>Refused (422) while a lead stands in it, or an enabled action moves to it.</summary>
    [Alias("ArchiveStatus")]
    Task<Outcome<StatusChanged>> ArchiveStatusAsync(Request request, string statusId, long? ifVersion);

    [Alias("AddAction")]
    Task<Outcome<ActionChanged>> AddActionAsync(Request request, string statusId, ActionDraft draft, long? ifVersion);

    [Alias("ReplaceAction")]
    Task<Outcome<ActionChanged>> ReplaceActionAsync(Request request, string statusId, string actionId, ActionDraft draft, long? ifVersion);

    [Alias("RemoveAction")]
    Task<Outcome<Workflow>> RemoveActionAsync(Request request, string statusId, string actionId, long? ifVersion);

    /// <summary>Copies the action to statuses of this and other workflows of the same record type: all or none.</summary>
    [Alias("CopyAction")]
    Task<Outcome<ActionPlacements>> CopyActionAsync(Request request, string statusId, string actionId, ImmutableArray<StatusRef> targets, bool dryRun);
}
