using DncActors.Domain.Organizations;
using DncActors.Domain.Workflows;

namespace DncActors.Domain.Diagnostics;

/// <summary>An action with the place where it stands.</summary>
sealed record PlacedAction(Workflow Workflow, Status Status, WorkflowAction Action)
{
    public StatusRef At => new(Workflow.Id, Status.Id);

    /// <summary>For a sentence: <c>'New' of 'Sales'</c>.</summary>
    public string Place => Name(Workflow, Status);

    /// <summary>Every entry that it makes expires.</summary>
    public bool Expires => Action.Operations.OfType<AddToDoNotContact>().All(o => o.ExpiresAfterDays is not null);

    public static string Name(Workflow workflow, Status status) => $"'{status.Name}' of '{workflow.Name}'";

    /// <summary>The workflows that are in use, in the order of their names.</summary>
    public static IEnumerable<Workflow> WorkflowsInUse(OrganizationDocuments documents) =>
        documents.Workflows.Values.Where(w => !w.Archived).OrderBy(w => w.Name, StringComparer.Ordinal).ThenBy(w => w.Id, StringComparer.Ordinal);

    /// <summary>The actions that leads may be offered: enabled, in a status that is in use.</summary>
    public static IEnumerable<PlacedAction> InUse(OrganizationDocuments documents) =>
        from workflow in WorkflowsInUse(documents)
        from status in workflow.Statuses.Where(s => s.InUse).OrderBy(s => s.Order)
        from action in status.Actions.Where(a => a.Enabled).OrderBy(a => a.Order)
        select new PlacedAction(workflow, status, action);
}
