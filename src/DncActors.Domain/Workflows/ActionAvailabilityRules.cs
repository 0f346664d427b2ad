using System.Collections.Immutable;
using DncActors.Domain.Leads;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Workflows;

/// <summary>Which actions a person may run on a lead now, and why not the others.</summary>
public static class ActionAvailabilityRules
{
    const int MaxNamed = 10;

    /// <summary>The actions that an execution by this person would accept, in order.</summary>
    public static ImmutableArray<OfferedAction> Available(Lead lead, OrganizationDocuments documents, ActingPerson person) =>
        [.. ActionOfferRules.List(lead, documents, person).Where(a => a.Available)];

    /// <summary>
    /// All actions of the lead's status, in order, and behind them the Do Not Contact actions that its workflow has in other statuses only (each name once);
    /// those that are not available with their reasons.
    /// </summary>
    public static ImmutableArray<OfferedAction> Explain(Lead lead, OrganizationDocuments documents, ActingPerson person)
    {
        if (documents.FindStatus(lead.At) is not { } here) return [];
        var workflow = documents.Workflows[lead.At.WorkflowId];
        var elsewhere =
            from status in workflow.Statuses
            where status.Id != here.Id && !status.Archived
            from action in status.Actions
            where action.AddsToDoNotContact && !here.Actions.Any(a => WorkflowFieldRules.SameName(a.Name, action.Name))
            orderby status.Order
            group (Status: status, Action: action) by action.Name.Trim().ToUpperInvariant();
        return
        [
            .. ActionOfferRules.List(lead, documents, person),
            .. elsewhere.Select(g => new OfferedAction(
                g.First().Action, new(workflow.Id, g.First().Status.Id), [NotHere(lead, workflow, here, g.First().Action, [.. g.Select(p => p.Status)])])),
        ];
    }

    static Reason NotHere(Lead lead, Workflow workflow, Status here, WorkflowAction action, IReadOnlyList<Status> there)
    {
        var names = string.Join(", ", there.Take(MaxNamed).Select(s => $"'{s.Name}'")) + (there.Count > MaxNamed ? ", …" : "");
        return NotOfferedHere.Of(
            lead,
            here,
            action,
            $"The action '{action.Name}' stands in {names} of '{workflow.Name}' and not in '{here.Name}', where the lead stands.",
            $"Copy the action to '{here.Name}'.");
    }
}
