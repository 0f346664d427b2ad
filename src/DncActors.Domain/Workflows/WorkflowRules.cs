using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Workflows;

/// <summary>Edits of workflows as a whole.</summary>
public static class WorkflowRules
{
    /// <summary>A new workflow without statuses.</summary>
    public static Outcome<WorkflowEdit> Create(OrganizationDocuments documents, WorkflowDraft draft, string newId)
    {
        var errors = new EditErrors();
        errors.Wrong(TextRules.CheckName("name", draft.Name));
        errors.Wrong(TextRules.CheckSlug("recordType", draft.RecordType));
        if (errors.Refusal is { } refusal) return refusal;
        if (documents.Workflows.ContainsKey(newId)) return Refusal.Conflict("id.taken", $"There is a workflow '{newId}' already.");
        return documents.Workflows.Values.Count(w => !w.Archived) >= WorkflowLimits.MaxWorkflows
            ? WorkflowRefusals.TooMany("workflows", WorkflowLimits.MaxWorkflows)
            : new WorkflowEdit(new Workflow(newId, 1, false, draft.Name.Trim(), draft.RecordType, []), EditGuards.None);
    }

    public static Outcome<WorkflowEdit> Change(OrganizationDocuments documents, string workflowId, WorkflowPatch patch)
    {
        var found = WorkflowRefusals.Editable(documents, workflowId);
        if (!found.Ok) return found.Refusal;
        var workflow = found.Value;
        var errors = new EditErrors();
        if (patch.Name is not null) errors.Wrong(TextRules.CheckName("name", patch.Name));
        if (errors.Refusal is { } refusal) return refusal;
        var name = (patch.Name ?? workflow.Name).Trim();
        return new WorkflowEdit(name == workflow.Name ? workflow : workflow with { Version = workflow.Version + 1, Name = name }, EditGuards.None);
    }

    /// <summary>
    /// Takes the workflow out of use, for ever; one that is archived stays as it is. Refused (422) while an enabled action of another workflow moves into it,
    /// and, by the guard, while a lead stands in it.
    /// </summary>
    public static Outcome<WorkflowEdit> Archive(OrganizationDocuments documents, string workflowId)
    {
        if (!documents.Workflows.TryGetValue(workflowId, out var workflow)) return Refusal.NotFound("workflow", TextRules.Shorten(workflowId));
        if (workflow.Archived) return new WorkflowEdit(workflow, EditGuards.None);
        var movers = Mover.Find(documents, m => m.Target.WorkflowId == workflowId && m.Workflow.Id != workflowId);
        if (Mover.Refuse($"The workflow '{workflow.Name}'", "workflow", movers) is { } refusal) return refusal;
        var guards = EditGuards.NoWorkflowMoved(documents, new EmptyGuard(workflowId, null));
        return new WorkflowEdit(workflow with { Version = workflow.Version + 1, Archived = true }, guards);
    }
}
