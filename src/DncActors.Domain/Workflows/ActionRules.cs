using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Workflows;

/// <summary>Edits of a status' actions.</summary>
public static class ActionRules
{
    /// <param name="newId">Unique in the organization.</param>
    public static Outcome<ActionEdit> Add(OrganizationDocuments documents, string workflowId, string statusId, ActionDraft draft, string newId)
    {
        var found = WorkflowRefusals.Editable(documents, workflowId, statusId);
        if (!found.Ok) return found.Refusal;
        var (workflow, status) = found.Value;
        var read = Read(documents, workflow.RecordType, "", draft, newId, WorkflowFieldRules.Behind(status.Actions.Select(a => a.Order)), status);
        if (!read.Ok) return read.Refusal;
        if (status.Actions.Any(a => a.Id == newId)) return Refusal.Conflict("id.taken", $"There is an action '{newId}' in the status already.");
        if (status.Actions.Length >= WorkflowLimits.MaxActions) return WorkflowRefusals.TooMany("actions", WorkflowLimits.MaxActions);
        return Decide(documents, workflow, status, status with { Actions = status.Actions.Add(read.Value) }, read.Value);
    }

    /// <summary>The whole action anew; it keeps its id.</summary>
    public static Outcome<ActionEdit> Replace(OrganizationDocuments documents, string workflowId, string statusId, string actionId, ActionDraft draft)
    {
        var found = WorkflowRefusals.Editable(documents, workflowId, statusId);
        if (!found.Ok) return found.Refusal;
        var (workflow, status) = found.Value;
        if (status.Actions.FirstOrDefault(a => a.Id == actionId) is not { } was) return Refusal.NotFound("action", TextRules.Shorten(actionId));
        var read = Read(documents, workflow.RecordType, "", draft, actionId, was.Order, status);
        if (!read.Ok) return read.Refusal;
        return SameActionRules.IsSame(was, read.Value)
            ? new ActionEdit(workflow, statusId, was, EditGuards.None)
            : Decide(documents, workflow, status, status with { Actions = [.. status.Actions.Select(a => a.Id == actionId ? read.Value : a)] }, read.Value);
    }

    /// <summary>Takes the action away; executions of it stay in the record.</summary>
    public static Outcome<ActionEdit> Remove(OrganizationDocuments documents, string workflowId, string statusId, string actionId)
    {
        var found = WorkflowRefusals.Editable(documents, workflowId, statusId);
        if (!found.Ok) return found.Refusal;
        var (workflow, status) = found.Value;
        if (status.Actions.FirstOrDefault(a => a.Id == actionId) is not { } was) return Refusal.NotFound("action", TextRules.Shorten(actionId));
        var without = status with { Actions = [.. status.Actions.Where(a => a.Id != actionId)] };
        return new ActionEdit(StatusRules.Put(workflow, status, without), statusId, was, EditGuards.None);
    }

    /// <summary>The action that a draft asks for, or everything that is wrong with it.</summary>
    /// <param name="under">The path of the action in what the client wrote: empty, or ending with a dot.</param>
    /// <param name="order">Its place where the draft names none.</param>
    /// <param name="among">The status in which its name must be its own, or null.</param>
    internal static Outcome<WorkflowAction> Read(
        OrganizationDocuments documents, string recordType, string under, ActionDraft draft, string id, int order, Status? among)
    {
        var action = new WorkflowAction(
            id, draft.Name ?? "", draft.Category ?? "", draft.Enabled, draft.AllowedRoles, draft.Order ?? order, draft.Operations);
        var errors = new EditErrors();
        if (among is not null && among.Actions.Any(a => a.Id != id && WorkflowFieldRules.SameName(a.Name, action.Name)))
        {
            errors.Wrong($"{under}name", $"The status has an action '{TextRules.Shorten(action.Name.Trim())}' already; write another name.");
        }
        Check(documents, recordType, under, action, errors);
        return errors.Refusal is { } refusal ? refusal : action with { Name = action.Name.Trim(), Category = action.Category.Trim() };
    }

    /// <summary>Whether the action is right for the record type, apart from where it stands.</summary>
    internal static void Check(OrganizationDocuments documents, string recordType, string under, WorkflowAction action, EditErrors errors)
    {
        errors.Wrong(TextRules.CheckName($"{under}name", action.Name));
        errors.Wrong(TextRules.CheckName($"{under}category", action.Category));
        WorkflowFieldRules.CheckRoles(documents, $"{under}allowedRoles", action.AllowedRoles, errors);
        WorkflowFieldRules.CheckOrder($"{under}order", action.Order, errors);
        OperationRules.Check(documents, recordType, $"{under}operations", action.Operations, action.Enabled, errors);
    }

    static Outcome<ActionEdit> Decide(OrganizationDocuments documents, Workflow workflow, Status was, Status status, WorkflowAction action)
    {
        var next = StatusRules.Put(workflow, was, status);
        return WorkflowRefusals.TooLarge(next) is { } tooLarge
            ? tooLarge
            : new ActionEdit(next, status.Id, action, EditGuards.Of(documents, action, workflow.Id));
    }
}
