using System.Collections.Immutable;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Workflows;

/// <summary>Whether an action's operations can be run, as one; what is wrong is added to the errors.</summary>
static class OperationRules
{
    /// <param name="field">The path of the list.</param>
    /// <param name="enabled">Whether the action is: one that is not may move to a status that is out of use.</param>
    public static void Check(
        OrganizationDocuments documents, string recordType, string field, ImmutableArray<Operation> operations, bool enabled, EditErrors errors)
    {
        if (operations.IsEmpty) errors.Wrong(field, $"'{field}' is empty; write at least one operation, such as addToDoNotContact.");
        if (operations.Length > WorkflowLimits.MaxOperations)
        {
            errors.Wrong(field, $"'{field}' has {operations.Length} operations; at most {WorkflowLimits.MaxOperations} are allowed.");
            return;
        }
        CheckOnce<AddToDoNotContact>(field, "addToDoNotContact", operations, errors);
        CheckOnce<MoveToStatus>(field, "moveToStatus", operations, errors);
        CheckOnce<RemoveFromDoNotContact>(field, "removeFromDoNotContact", operations, errors);
        for (var i = 0; i < operations.Length; i++)
        {
            var at = $"{field}[{i}]";
            switch (operations[i])
            {
                case AddToDoNotContact add:
                    Check(at, add, errors);
                    break;
                case MoveToStatus move:
                    Check(documents, recordType, at, move, enabled, errors);
                    break;
                case RemoveFromDoNotContact remove:
                    WorkflowFieldRules.CheckChannels($"{at}.channels", remove.Channels, atLeastOne: true, errors);
                    break;
                case NotifyUserGroups notify:
                    Check(documents, at, notify, errors);
                    break;
                default:
                    throw new InvalidOperationException($"An operation that nobody knows how to check: {operations[i].GetType().Name}.");
            }
        }
    }

    static void CheckOnce<T>(string field, string type, ImmutableArray<Operation> operations, EditErrors errors)
        where T : Operation
    {
        var first = true;
        for (var i = 0; i < operations.Length; i++)
        {
            if (operations[i] is not T) continue;
            if (!first) errors.Wrong($"{field}[{i}].type", $"'{type}' is there twice; an action has at most one. Remove it, or make two actions.");
            first = false;
        }
    }

    static void Check(string at, AddToDoNotContact add, EditErrors errors)
    {
        WorkflowFieldRules.CheckChannels($"{at}.channels", add.Channels, atLeastOne: true, errors);
        if (!Enum.IsDefined(add.ContactPoints)) errors.Wrong($"{at}.contactPoints", $"'{add.ContactPoints:D}' is no choice; write 'all' or 'primary'.");
        if (string.IsNullOrWhiteSpace(add.Reason))
        {
            errors.Wrong($"{at}.reason", $"'{at}.reason' is empty; write why, in 1 to {WorkflowLimits.MaxReason} characters: it explains every block.");
        }
        else if (add.Reason.Length > WorkflowLimits.MaxReason)
        {
            errors.Wrong($"{at}.reason", $"'{TextRules.Shorten(add.Reason)}' has {add.Reason.Length} characters; write at most {WorkflowLimits.MaxReason}.");
        }
        else if (add.Reason.Any(char.IsControl))
        {
            errors.Wrong($"{at}.reason", $"'{at}.reason' has a control character; write letters, digits, spaces and marks only.");
        }
        if (add.ExpiresAfterDays is < 1 or > WorkflowLimits.MaxExpiresAfterDays)
        {
            errors.Wrong(
                $"{at}.expiresAfterDays",
                $"'{add.ExpiresAfterDays}' is no number of days; write 1 to {WorkflowLimits.MaxExpiresAfterDays}, or null for a block that never expires.");
        }
    }

    static void Check(OrganizationDocuments documents, string recordType, string at, MoveToStatus move, bool enabled, EditErrors errors)
    {
        if (!documents.Workflows.TryGetValue(move.WorkflowId, out var workflow))
        {
            errors.Against("action.target", $"{at}.workflowId", $"There is no workflow '{TextRules.Shorten(move.WorkflowId)}'; name one of GET /v1/workflows.");
            return;
        }
        if (workflow.RecordType != recordType)
        {
            errors.Against(
                "action.target",
                $"{at}.workflowId",
                $"The workflow '{workflow.Name}' is for '{workflow.RecordType}', the action for '{recordType}'; move to a workflow of the same record type.");
        }
        if (workflow.Find(move.StatusId) is not { } status)
        {
            errors.Against(
                "action.target",
                $"{at}.statusId",
                $"There is no status '{TextRules.Shorten(move.StatusId)}' in the workflow '{workflow.Name}'; name one of its statuses.");
        }
        else if (enabled && Targets.WhyNotInUse(workflow, status) is { } why)
        {
            errors.Against("action.target", $"{at}.statusId", why);
        }
    }

    static void Check(OrganizationDocuments documents, string at, NotifyUserGroups notify, EditErrors errors)
    {
        var field = $"{at}.userGroupIds";
        if (!notify.All && notify.UserGroupIds.IsEmpty) errors.Wrong(field, $"'{field}' is empty; name at least one user group, or write \"all\".");
        WorkflowFieldRules.CheckUserGroups(documents, field, notify.UserGroupIds, errors);
    }
}
