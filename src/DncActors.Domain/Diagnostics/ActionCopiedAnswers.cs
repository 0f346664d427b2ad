using System.Collections.Immutable;
using DncActors.Domain.Identity;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;
using DncActors.Domain.Workflows;

namespace DncActors.Domain.Diagnostics;

/// <summary>Why an action can, or cannot, be copied to a status: judged by the copy itself, so that the answer is what would happen.</summary>
static class ActionCopiedAnswers
{
    /// <param name="user">Who would copy it; null for anybody who may.</param>
    /// <param name="asked">Null: no target was asked about, and nothing is answered.</param>
    public static (bool? Copyable, ImmutableArray<Reason> Why) Of(OrganizationDocuments documents, PlacedAction placed, User? user, StatusRef? asked)
    {
        if (asked is not { } target) return (null, []);
        var why = ImmutableArray.CreateBuilder<Reason>();
        if (user is not null && !PermissionRules.Of(documents, user).HasFlag(Permissions.WorkflowEdit))
        {
            const string Mend = "Let all of their roles grant workflow.edit, or let somebody else copy it.";
            why.Add(new("copy.permission-missing", $"'{user.Name}' lacks workflow.edit.", Mend));
        }
        var copied = CopyRules.Copy(documents, placed.Workflow.Id, placed.Status.Id, placed.Action.Id, [target], DateTimeOffset.UnixEpoch, new NoIds());
        if (TargetRules.Why(documents, placed.Workflow.RecordType, placed.Action, target) is { } bad) why.Add(bad);
        else if (!copied.Ok) why.Add(new(copied.Refusal.Rule, copied.Refusal.Detail, null));
        return why.Count > 0 ? (false, why.ToImmutable()) : (true, [WhatWouldHappen(documents, placed, target, copied.Value!)]);
    }

    static Reason WhatWouldHappen(OrganizationDocuments documents, PlacedAction placed, StatusRef target, PlacementEdit copied)
    {
        var place = PlacedAction.Name(documents.Workflows[target.WorkflowId], documents.FindStatus(target)!);
        if (copied.Workflows.IsEmpty) return new("copy.there-already", $"{place} has '{placed.Action.Name}' already, just as it is.", null);
        return copied.Placements[0].Replaced
            ? new("copy.replaces", $"It can be copied: the action of that name in {place} would be replaced.", null)
            : new("copy.adds", $"It can be copied to {place}.", null);
    }

    /// <summary>Nothing of a copy that is only tried out is kept, so its ids need not differ.</summary>
    sealed class NoIds : IdSource
    {
        public override Guid Next(DateTimeOffset now) => Guid.Empty;
    }
}
