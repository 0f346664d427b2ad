using System.Collections.Immutable;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Workflows;

/// <summary>An enabled action that moves leads, where it stands and where it moves them.</summary>
sealed record Mover(Workflow Workflow, Status Status, WorkflowAction Action, StatusRef Target)
{
    const int MaxNamed = 20;
    const int MaxErrors = 200;

    /// <summary>
    /// All such actions that are not archived with their status or workflow. Those of a disabled status count: enabling it must not let them move leads astray.
    /// </summary>
    public static ImmutableArray<Mover> Find(OrganizationDocuments documents, Func<Mover, bool> counts) =>
    [
        .. from workflow in documents.Workflows.Values
           where !workflow.Archived
           from status in workflow.Statuses
           where !status.Archived
           from action in status.Actions
           where action.Enabled
           let move = action.Move
           where move is not null
           let mover = new Mover(workflow, status, action, new StatusRef(move.WorkflowId, move.StatusId))
           where counts(mover)
           orderby workflow.Name, workflow.Id, status.Order, action.Order
           select mover,
    ];

    /// <summary>The refusal to take away what they move to, naming them; null where there are none.</summary>
    /// <param name="field">What the client asked to change.</param>
    public static Refusal? Refuse(string target, string field, ImmutableArray<Mover> movers)
    {
        if (movers.IsEmpty) return null;
        var named = string.Join(", ", movers.Take(MaxNamed)) + (movers.Length > MaxNamed ? $" and {movers.Length - MaxNamed} more" : "");
        return Refusal.Unprocessable(
            $"{field}.is-a-target",
            $"{target} is where enabled actions move leads: {named}. Let them move elsewhere, or disable them, first.",
            [.. movers.Take(MaxErrors).Select(m => new FieldError(field, $"The action {m} ({m.Action.Id}) moves leads here."))]);
    }

    public override string ToString() => $"'{Action.Name}' in '{Status.Name}' of '{Workflow.Name}'";
}
