using System.Collections.Immutable;
using DncActors.Domain.Identity;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Workflows;

namespace DncActors.Domain.Leads;

/// <summary>Brings the leads that stand in a status in line with what the status restricts now. Harmless to repeat: what is in line is left alone.</summary>
public static class StatusRestrictionRules
{
    /// <summary>Entries that one commit adds and revokes at most, unless its first lead alone needs more: it must not hold up executions for long.</summary>
    public const int MaxEntriesInACommit = 2_000;

    /// <summary>
    /// Plans one step. Leads that do not stand in the status any more need nothing: who moved them did it. Refused where this node does not know the workflow
    /// or the status yet (503).
    /// </summary>
    /// <param name="request">Whose commit id is this step's, in the name of who began the job.</param>
    /// <param name="leads">At most <see cref="LeadLimits.MaxLeadsInACommit"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">More leads than a commit takes.</exception>
    public static Outcome<StatusRestrictionPlan> Plan(
        Request request, StatusRef at, ImmutableArray<LeadState> leads, OrganizationDocuments documents, DateTimeOffset now, IdSource ids)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(leads.Length, LeadLimits.MaxLeadsInACommit, nameof(leads));
        if (documents.FindStatus(at) is not { } status)
        {
            return Refusal.Unavailable("documents.behind", $"This node does not know the status {at} yet: try again.");
        }
        var context = new PlanContext(request, now, ids);
        var plans = new List<(Lead Lead, OwnEntriesPlan Entries)>();
        var (covered, entries) = (0, 0);
        foreach (var state in leads)
        {
            if (state.Lead.At == at && !StatusEntryRules.IsAligned(state, status))
            {
                var plan = new OwnEntriesPlan(context, state.Lead.Id, state.Entries);
                StatusEntryRules.Align(plan, state.Lead.ContactPoints, status);
                entries += plan.Added.Count + plan.Revoked.Count;
                if (entries > MaxEntriesInACommit && plans.Count > 0) break;
                plans.Add((state.Lead, plan));
            }
            covered++;
        }
        return new StatusRestrictionPlan(plans.Count == 0 ? null : CommitOf(context, documents.Workflows[at.WorkflowId], plans), covered);
    }

    /// <summary>A change for each lead, so that the audit of a lead tells of it.</summary>
    static Commit CommitOf(PlanContext context, Workflow workflow, List<(Lead Lead, OwnEntriesPlan Entries)> plans) => new()
    {
        Id = context.Request.CommitId,
        Fingerprint = context.Request.Fingerprint,
        Organization = context.Request.Organization,
        Actor = context.Request.Actor,
        At = context.Now,
        Guards = [new(DocumentKind.Workflow, workflow.Id, workflow.Version)],
        Leads = [.. plans.Select(p => new LeadWrite(p.Lead with { Version = p.Lead.Version + 1 }, p.Lead.Version, ContactPointsChanged: false))],
        Add = [.. plans.SelectMany(p => p.Entries.Added)],
        Revoke = [.. plans.SelectMany(p => p.Entries.Revoked)],
        Changes =
        [
            .. plans.Select(p => new ChangeDraft
            {
                Type = ChangeTypes.LeadChanged,
                LeadId = p.Lead.Id,
                Subject = p.Lead.At.ToString(),
                Added = [.. p.Entries.Added],
                Revoked = [.. p.Entries.Revoked],
            }),
        ],
    };
}
