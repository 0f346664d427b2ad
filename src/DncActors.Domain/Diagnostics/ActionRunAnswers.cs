using System.Collections.Immutable;
using DncActors.Domain.Leads;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;

namespace DncActors.Domain.Diagnostics;

/// <summary>Whether an action can run, whoever asks; and whether leads are kept from being contacted when it did.</summary>
static class ActionRunAnswers
{
    public static (bool Runnable, ImmutableArray<Reason> Why) Of(
        OrganizationDocuments documents, PlacedAction placed, ImmutableArray<CoverageFinding> findings)
    {
        var anybody = new ActingPerson(Permissions.All, [.. documents.Roles.Keys]);
        var why = ActionOfferRules.Obstacles(placed.Workflow, placed.Status, placed.Action, documents, anybody)
            .Where(o => o.Code == RefusalCode.Unprocessable)
            .Select(o => o.Reason)
            .ToImmutableArray();
        var runnable = why.IsEmpty;
        if (runnable) why = [new("action.runnable", $"'{placed.Action.Name}' can run: it is enabled, and so are its status and what it moves to.", null)];
        if (!placed.Action.AddsToDoNotContact)
        {
            why = why.Add(new(
                "action.adds-nothing",
                $"'{placed.Action.Name}' puts no lead on the Do Not Contact list: who is moved by it may still be contacted.",
                "If it should, add the operation addToDoNotContact."));
        }
        return (runnable, [.. why, .. findings.Where(f => Concerns(f, placed)).Select(f => new Reason(f.Code, f.Detail, f.Mend))]);
    }

    /// <summary>What the coverage check has to say of the action, or of the status that it moves to, and is not said above.</summary>
    static bool Concerns(CoverageFinding finding, PlacedAction placed)
    {
        if (finding.ActionId == placed.Action.Id) return finding.Code is not (CoverageCodes.ActionTargetOutOfUse or CoverageCodes.StatusWithoutAction);
        return finding.Code == CoverageCodes.StatusRestrictsLess
            && placed.Action.AddsToDoNotContact
            && placed.Action.Move is { } move
            && (finding.WorkflowId, finding.StatusId) == (move.WorkflowId, move.StatusId);
    }
}
