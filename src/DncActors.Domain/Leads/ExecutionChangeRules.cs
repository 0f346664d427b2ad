using System.Collections.Immutable;
using DncActors.Domain.Ledger;
using DncActors.Domain.Registry;

namespace DncActors.Domain.Leads;

/// <summary>
/// What the log says of an execution, each part with its entries: that the lead was put on the list, that entries were taken back (<c>dnc.revoked</c>,
/// with what is left of them), that it moved (with the entries of its statuses); where it was neither put on the list nor moved, that the action ran. The
/// user groups are told of the execution by all of these but the revocation, which is the list's own news.
/// </summary>
static class ExecutionChangeRules
{
    public static ImmutableArray<ChangeDraft> Changes(ExecutionPlan plan, Execution execution, LeadState before, DateTimeOffset now)
    {
        var changes = ImmutableArray.CreateBuilder<ChangeDraft>();
        if (execution.AddsToDoNotContact) changes.Add(OnList(plan, execution, before, now));
        if (Revocation(plan, execution, before, now) is { } revocation) changes.Add(revocation);
        if (execution.From != execution.To) changes.Add(Moved(plan, execution));
        else if (!execution.AddsToDoNotContact) changes.Add(Of(ChangeTypes.LeadExecuted, execution) with { UserGroups = execution.UserGroups });
        return changes.ToImmutable();
    }

    static ChangeDraft OnList(ExecutionPlan plan, Execution execution, LeadState before, DateTimeOffset now) =>
        Of(ChangeTypes.LeadDoNotContact, execution) with
        {
            Added = [.. plan.Entries.Added.Where(e => e.Source == EntrySource.Action && e.ExecutionId == execution.Id)],
            Before = LeadJson.Flagged(before.Lead.Flags, now),
            After = LeadJson.Flagged(plan.Flags, plan.Asked, now),
            UserGroups = execution.UserGroups,
        };

    static ChangeDraft? Revocation(ExecutionPlan plan, Execution execution, LeadState before, DateTimeOffset now)
    {
        ImmutableArray<EntryRevocation> revoked = [.. plan.Entries.Revoked.Where(r => r.Source != EntrySource.LeadStatus)];
        if (revoked.IsEmpty) return null;
        return Of(ChangeTypes.EntryRevoked, execution) with
        {
            Added = [.. plan.Entries.Added.Where(e => e.Source == EntrySource.Action && e.ExecutionId != execution.Id)],
            Revoked = revoked,
            Before = LeadJson.Flagged(before.Lead.Flags, now),
            After = LeadJson.Flagged(plan.Flags, now),
        };
    }

    static ChangeDraft Moved(ExecutionPlan plan, Execution execution) => Of(ChangeTypes.LeadMoved, execution) with
    {
        Added = [.. plan.Entries.Added.Where(e => e.Source == EntrySource.LeadStatus)],
        Revoked = [.. plan.Entries.Revoked.Where(r => r.Source == EntrySource.LeadStatus)],
        UserGroups = execution.UserGroups,
    };

    static ChangeDraft Of(string type, Execution execution) => new()
    {
        Type = type,
        LeadId = execution.LeadId,
        ExecutionId = execution.Id,
        ActionName = execution.ActionName,
        From = execution.From,
        To = execution.To,
    };
}
