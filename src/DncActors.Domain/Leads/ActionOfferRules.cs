using System.Collections.Immutable;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;
using DncActors.Domain.Workflows;

namespace DncActors.Domain.Leads;

/// <summary>Which actions a person may run on a lead now. What is offered is what an execution accepts: both are judged here.</summary>
public static class ActionOfferRules
{
    /// <summary>
    /// Every action of the lead's status, in order, with the reasons why it is not offered. Empty where the status is not known to this node yet.
    /// </summary>
    public static ImmutableArray<OfferedAction> List(Lead lead, OrganizationDocuments documents, ActingPerson person)
    {
        if (Find(lead, documents) is not var (workflow, status)) return [];
        return
        [
            .. status.Actions.OrderBy(a => a.Order).Select(action => new OfferedAction(
                action, lead.At, [.. Obstacles(workflow, status, action, documents, person).Select(o => o.Reason)])),
        ];
    }

    /// <summary>Everything that keeps the person from running the action on a lead that stands in the status; missing rights come first.</summary>
    public static IEnumerable<ActionObstacle> Obstacles(
        Workflow workflow, Status status, WorkflowAction action, OrganizationDocuments documents, ActingPerson person)
    {
        if (WhyMayNotExecute(person) is { } missing) yield return new(RefusalCode.Forbidden, missing);
        if (!PermissionRules.Allows(status.AllowedRoles, person.Roles))
        {
            yield return Role("status.role-missing", $"The status '{status.Name}'", status.AllowedRoles, documents);
        }
        if (!PermissionRules.Allows(action.AllowedRoles, person.Roles))
        {
            yield return Role("action.role-missing", $"The action '{action.Name}'", action.AllowedRoles, documents);
        }
        if (PlaceRules.WhyNotInUse(workflow, status) is { } notInUse) yield return Rule(notInUse);
        if (!action.Enabled) yield return Rule(new("action.disabled", $"The action '{action.Name}' is disabled.", "Enable the action."));
        if (action.Move is { } move && WhyCannotMove(workflow, move, documents) is { } noMove) yield return Rule(noMove);
    }

    /// <summary>Why the person may run no action at all, or null.</summary>
    internal static Reason? WhyMayNotExecute(ActingPerson person) => person.Permissions.HasFlag(Permissions.ActionExecute)
        ? null
        : new("permission.missing", "The permission action.execute is missing.", "Give every role of the person, and of the key, action.execute.");

    /// <summary>The lead's workflow and status; null where this node does not know them yet.</summary>
    internal static (Workflow Workflow, Status Status)? Find(Lead lead, OrganizationDocuments documents) =>
        documents.Workflows.GetValueOrDefault(lead.At.WorkflowId) is { } workflow && workflow.Find(lead.At.StatusId) is { } status
            ? (workflow, status)
            : null;

    static Reason? WhyCannotMove(Workflow from, MoveToStatus move, OrganizationDocuments documents)
    {
        const string Mend = "Let the action move to a status that is in use.";
        if (documents.Workflows.GetValueOrDefault(move.WorkflowId) is not { } workflow || workflow.Find(move.StatusId) is not { } status)
        {
            return new("target.missing", $"The action moves to '{move.WorkflowId}/{move.StatusId}', which is not there.", Mend);
        }
        if (workflow.RecordType != from.RecordType)
        {
            return new("target.record-type", $"The action moves to '{workflow.Name}', which is for '{workflow.RecordType}' and not '{from.RecordType}'.", Mend);
        }
        return PlaceRules.WhyNotInUse(workflow, status) is { } why ? new($"target.{why.Code}", $"The action's target is not in use. {why.Detail}", Mend) : null;
    }

    static ActionObstacle Rule(Reason reason) => new(RefusalCode.Unprocessable, reason);

    static ActionObstacle Role(string code, string what, ImmutableArray<string> allowedRoles, OrganizationDocuments documents)
    {
        var names = string.Join(", ", allowedRoles.Select(r => $"'{documents.Roles.GetValueOrDefault(r)?.Name ?? r}'"));
        return new(RefusalCode.Forbidden, new(code, $"{what} is for {names} only.", "Give the person one of these roles, or allow one that they have."));
    }
}
