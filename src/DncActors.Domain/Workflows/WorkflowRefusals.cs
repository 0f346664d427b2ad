using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Workflows;

/// <summary>The refusals that edits of workflows have in common.</summary>
static class WorkflowRefusals
{
    /// <summary>The workflow, if it may be edited.</summary>
    public static Outcome<Workflow> Editable(OrganizationDocuments documents, string workflowId)
    {
        if (!documents.Workflows.TryGetValue(workflowId, out var workflow)) return Refusal.NotFound("workflow", TextRules.Shorten(workflowId));
        return workflow.Archived
            ? Refusal.Unprocessable("workflow.archived", $"The workflow '{workflow.Name}' was archived and cannot be changed; use another.")
            : workflow;
    }

    /// <summary>The status with its workflow, if it may be edited.</summary>
    public static Outcome<(Workflow Workflow, Status Status)> Editable(OrganizationDocuments documents, string workflowId, string statusId)
    {
        var workflow = Editable(documents, workflowId);
        if (!workflow.Ok) return workflow.Refusal;
        if (workflow.Value.Find(statusId) is not { } status) return Refusal.NotFound("status", TextRules.Shorten(statusId));
        return status.Archived
            ? Refusal.Unprocessable("status.archived", $"The status '{status.Name}' was archived and cannot be changed; use another.")
            : (workflow.Value, status);
    }

    /// <summary>Why the workflow is too large to be published, or null.</summary>
    public static Refusal? TooLarge(Workflow workflow)
    {
        var bytes = WorkflowSizeRules.Bytes(workflow);
        return bytes <= WorkflowLimits.MaxWorkflowBytes
            ? null
            : new(
                RefusalCode.TooLarge,
                "workflow.too-large",
                $"The workflow '{workflow.Name}' would take {bytes:N0} bytes; at most {WorkflowLimits.MaxWorkflowBytes:N0} are kept. Remove actions first.",
                []);
    }

    /// <param name="things">In the plural, as in <c>workflows</c>.</param>
    public static Refusal TooMany(string things, int most) =>
        Refusal.Unprocessable($"{things}.too-many", $"There are {most:N0} {things} here already, and no more are kept; archive or remove one first.");
}
