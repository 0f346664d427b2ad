using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Workflows;

/// <summary>Edits of a workflow's statuses.</summary>
public static class StatusRules
{
    /// <summary>A new status, without actions.</summary>
    public static Outcome<StatusEdit> Add(OrganizationDocuments documents, string workflowId, StatusDraft draft, string newId)
    {
        var found = WorkflowRefusals.Editable(documents, workflowId);
        if (!found.Ok) return found.Refusal;
        var workflow = found.Value;
        var order = draft.Order ?? WorkflowFieldRules.Behind(workflow.Statuses.Where(s => !s.Archived).Select(s => s.Order));
        var status = new Status(
            newId, draft.Name ?? "", draft.SystemStatus, draft.RestrictsContact, draft.AllowedRoles, draft.Enabled, Archived: false, order, []);
        if (Check(documents, workflow, status) is { } refusal) return refusal;
        if (workflow.Find(newId) is not null) return Refusal.Conflict("id.taken", $"There is a status '{newId}' in the workflow already.");
        if (IsFull(workflow)) return WorkflowRefusals.TooMany("statuses", WorkflowLimits.MaxStatuses);
        status = status with { Name = status.Name.Trim() };
        var next = workflow with { Version = workflow.Version + 1, Statuses = workflow.Statuses.Add(status) };
        return WorkflowRefusals.TooLarge(next) is { } tooLarge
            ? tooLarge
            : new StatusEdit(next, status, RestrictionChanged: false, EditGuards.OfRoles(documents, status.AllowedRoles));
    }

    /// <summary>Changes the status, enables or disables it. Refused (422): disabling one that an enabled action of another status moves to.</summary>
    public static Outcome<StatusEdit> Change(OrganizationDocuments documents, string workflowId, string statusId, StatusPatch patch)
    {
        var found = WorkflowRefusals.Editable(documents, workflowId, statusId);
        if (!found.Ok) return found.Refusal;
        var (workflow, status) = found.Value;
        var changed = status with
        {
            Name = patch.Name ?? status.Name,
            SystemStatus = patch.SystemStatus ?? status.SystemStatus,
            RestrictsContact = patch.RestrictsContact ?? status.RestrictsContact,
            AllowedRoles = patch.AllowedRoles ?? status.AllowedRoles,
            Enabled = patch.Enabled ?? status.Enabled,
            Order = patch.Order ?? status.Order,
        };
        // What is not being changed was right when it was written: a role that has gone since must not keep a status from being disabled.
        var judged = patch.AllowedRoles is null ? changed with { AllowedRoles = [] } : changed;
        if (Check(documents, workflow, judged) is { } refusal) return refusal;
        changed = changed with { Name = changed.Name.Trim() };
        if (IsSame(status, changed)) return new StatusEdit(workflow, status, RestrictionChanged: false, EditGuards.None);

        var guards = EditGuards.OfRoles(documents, judged.AllowedRoles);
        if (status.Enabled && !changed.Enabled)
        {
            if (RefuseWhileATarget(documents, workflow, status, "enabled") is { } isATarget) return isATarget;
            guards = guards.And(EditGuards.NoWorkflowMoved(documents));
        }
        var next = Put(workflow, status, changed);
        return WorkflowRefusals.TooLarge(next) is { } tooLarge
            ? tooLarge
            : new StatusEdit(next, changed, changed.RestrictsContact != status.RestrictsContact, guards);
    }

    /// <summary>
    /// Takes the status out of use, for ever; one that is archived stays as it is. Refused (422) while an enabled action of another status moves to it, and, by
    /// the guard, while a lead stands in it.
    /// </summary>
    public static Outcome<StatusEdit> Archive(OrganizationDocuments documents, string workflowId, string statusId)
    {
        var found = WorkflowRefusals.Editable(documents, workflowId);
        if (!found.Ok) return found.Refusal;
        var workflow = found.Value;
        if (workflow.Find(statusId) is not { } status) return Refusal.NotFound("status", TextRules.Shorten(statusId));
        if (status.Archived) return new StatusEdit(workflow, status, RestrictionChanged: false, EditGuards.None);
        if (RefuseWhileATarget(documents, workflow, status, "status") is { } refusal) return refusal;
        var archived = status with { Archived = true };
        var guards = EditGuards.NoWorkflowMoved(documents, new EmptyGuard(workflowId, statusId));
        return new StatusEdit(Put(workflow, status, archived), archived, RestrictionChanged: false, guards);
    }

    /// <summary>The workflow one version up, with the status in the place of what it was.</summary>
    internal static Workflow Put(Workflow workflow, Status was, Status status) =>
        workflow with { Version = workflow.Version + 1, Statuses = workflow.Statuses.Replace(was, status, ReferenceEqualityComparer.Instance) };

    static Refusal? Check(OrganizationDocuments documents, Workflow workflow, Status status)
    {
        var errors = new EditErrors();
        errors.Wrong(TextRules.CheckName("name", status.Name));
        if (workflow.Statuses.Any(s => s.Id != status.Id && !s.Archived && WorkflowFieldRules.SameName(s.Name, status.Name)))
        {
            errors.Wrong("name", $"The workflow has a status '{TextRules.Shorten(status.Name.Trim())}' already; write another name.");
        }
        if (!Enum.IsDefined(status.SystemStatus))
        {
            errors.Wrong("systemStatus", $"'{SystemStatusText.Of(status.SystemStatus)}' is no system status; write one of {SystemStatusText.Names}.");
        }
        WorkflowFieldRules.CheckChannels("restrictsContact", status.RestrictsContact, atLeastOne: false, errors);
        WorkflowFieldRules.CheckRoles(documents, "allowedRoles", status.AllowedRoles, errors);
        WorkflowFieldRules.CheckOrder("order", status.Order, errors);
        return errors.Refusal;
    }

    static Refusal? RefuseWhileATarget(OrganizationDocuments documents, Workflow workflow, Status status, string field)
    {
        var target = new StatusRef(workflow.Id, status.Id);
        // The status' own actions go out of use with it.
        var movers = Mover.Find(documents, m => m.Target == target && new StatusRef(m.Workflow.Id, m.Status.Id) != target);
        return Mover.Refuse($"The status '{status.Name}'", field, movers) is { } refusal ? refusal with { Rule = "status.is-a-target" } : null;
    }

    static bool IsFull(Workflow workflow) =>
        workflow.Statuses.Length >= WorkflowLimits.MaxStatusesEver || workflow.Statuses.Count(s => !s.Archived) >= WorkflowLimits.MaxStatuses;

    static bool IsSame(Status left, Status right) =>
        left.AllowedRoles.SequenceEqual(right.AllowedRoles) && left == right with { AllowedRoles = left.AllowedRoles };
}
