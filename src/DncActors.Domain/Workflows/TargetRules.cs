using System.Collections.Immutable;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Workflows;

/// <summary>Which statuses an action can be put into.</summary>
static class TargetRules
{
    /// <summary>The refusal that names every bad target, and why; null where all are good.</summary>
    /// <param name="rule">What begins the refusal's rule.</param>
    public static Refusal? Refuse(
        OrganizationDocuments documents, string rule, string recordType, WorkflowAction action, ImmutableArray<StatusRef> targets)
    {
        var firsts = new Dictionary<StatusRef, int>();
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        for (var i = 0; i < targets.Length; i++)
        {
            var why = firsts.TryAdd(targets[i], i)
                ? Why(documents, recordType, action, targets[i])?.Detail
                : $"The target '{Quote(targets[i])}' is listed twice, first as targets[{firsts[targets[i]]}]; name it once.";
            if (why is not null) errors.Add(new($"targets[{i}]", why));
        }
        if (errors.Count == 0) return null;
        var named = string.Join(" ", errors.Take(10).Select(e => $"{e.Field}: {e.Message}")) + (errors.Count > 10 ? $" And {errors.Count - 10} more." : "");
        return Refusal.Unprocessable(
            $"{rule}.targets", $"{errors.Count} of {targets.Length} targets cannot take the action; nothing was changed. {named}", errors.ToImmutable());
    }

    /// <summary>Why the action cannot be put there, in one reason; null where it can.</summary>
    public static Reason? Why(OrganizationDocuments documents, string recordType, WorkflowAction action, StatusRef target)
    {
        if (!documents.Workflows.TryGetValue(target.WorkflowId, out var workflow))
        {
            return new("target.workflow-missing", $"There is no workflow '{TextRules.Shorten(target.WorkflowId)}'.", "Name one of GET /v1/workflows.");
        }
        if (workflow.RecordType != recordType)
        {
            return new(
                "target.record-type",
                $"The workflow '{workflow.Name}' is for '{workflow.RecordType}', the action for '{recordType}'; actions never cross record types.",
                $"Name a workflow for '{recordType}', or make the action anew for '{workflow.RecordType}'.");
        }
        if (workflow.Find(target.StatusId) is not { } status)
        {
            return new(
                "target.status-missing",
                $"There is no status '{TextRules.Shorten(target.StatusId)}' in the workflow '{workflow.Name}'.",
                "Name one of the workflow's statuses.");
        }
        if (workflow.Archived) return new("target.workflow.archived", $"The workflow '{workflow.Name}' was archived.", "Name a workflow that is in use.");
        if (status.Archived)
        {
            return new("target.status.archived", $"The status '{status.Name}' of '{workflow.Name}' was archived.", "Name a status that is in use.");
        }
        if (!status.Enabled) return new("target.status.disabled", $"The status '{status.Name}' of '{workflow.Name}' is disabled.", "Enable it first.");
        var isFull = status.Actions.Length >= WorkflowLimits.MaxActions && !status.Actions.Any(a => WorkflowFieldRules.SameName(a.Name, action.Name));
        return isFull
            ? new("target.full", $"The status '{status.Name}' of '{workflow.Name}' has {status.Actions.Length} actions already.", "Remove one first.")
            : null;
    }

    static string Quote(StatusRef target) => TextRules.Shorten(target.ToString());
}
