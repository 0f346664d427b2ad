using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Identity;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Registry;
using DncActors.Domain.Workflows;

namespace DncActors.Domain.Leads;

/// <summary>What running an action on a lead does.</summary>
public static class ExecutionRules
{
    /// <summary>
    /// Plans the execution: its operations in order, as one. Fenced by the lead's version and those of the workflows that it leaves and enters, so that
    /// nothing runs under a version that was replaced before its commit. Refused: wrong fields, or evidence that is missing (400); a missing permission
    /// or role (403); an action that is nowhere (404); one that is not offered where the lead stands now, is disabled, leads nowhere, or would make too
    /// many entries (422).
    /// </summary>
    /// <param name="covering">The entries by the lead's contact points, whoever made them, for actions that <see cref="ReadsCovering"/>; else empty.</param>
    public static Outcome<ExecutionDecision> Plan(
        Request request,
        LeadState state,
        string actionId,
        ExecutionDraft draft,
        ActingPerson person,
        OrganizationDocuments documents,
        ImmutableArray<DncEntry> covering,
        DateTimeOffset now,
        IdSource ids)
    {
        if (ActionOfferRules.WhyMayNotExecute(person) is { } missing) return Refusal.Forbidden(missing.Code, missing.Detail);
        if (ActionOfferRules.Find(state.Lead, documents) is not var (workflow, status)) return LeadRefusals.UnknownStatus(state.Lead);
        if (status.Actions.FirstOrDefault(a => a.Id == actionId) is not { } action) return NotOffered(actionId, workflow, status, documents);
        if (ActionOfferRules.Obstacles(workflow, status, action, documents, person).FirstOrDefault() is { } obstacle)
        {
            return new Refusal(obstacle.Code, obstacle.Reason.Code, obstacle.Reason.Detail, []);
        }
        var read = ExecutionFieldRules.Read(draft, now);
        if (!read.Ok) return read.Refusal;
        if (RefuseWithoutEvidence(action, read.Value) is { } refusal) return refusal;

        var plan = new ExecutionPlan(new(request, now, ids, request.CommitId), state, documents, read.Value.Evidence);
        foreach (var operation in action.Operations) plan.Run(operation);
        var tooMany = Math.Max(plan.Entries.Held.Count(e => e.InForce(now)), plan.Flags.Length) > LeadLimits.MaxOwnEntries;
        if (tooMany && action.AddsToDoNotContact) return LeadRefusals.TooManyEntries();
        return Decide(request, state, action, workflow, read.Value, plan, documents, covering, now);
    }

    /// <summary>Whether the plan must be given the entries by the lead's contact points: it names what still blocks after a removal.</summary>
    public static bool ReadsCovering(Lead lead, string actionId, OrganizationDocuments documents) =>
        documents.FindStatus(lead.At)?.Actions.FirstOrDefault(a => a.Id == actionId)?.Operations.Any(o => o is RemoveFromDoNotContact) ?? false;

    /// <summary>Whether the action's executions must carry evidence.</summary>
    public static bool RequiresEvidence(WorkflowAction action) => action.Operations.Any(o => o is RemoveFromDoNotContact { RequiresEvidence: true });

    static ExecutionDecision Decide(
        Request request,
        LeadState state,
        WorkflowAction action,
        Workflow workflow,
        ExecutionDraft draft,
        ExecutionPlan plan,
        OrganizationDocuments documents,
        ImmutableArray<DncEntry> covering,
        DateTimeOffset now)
    {
        var execution = new Execution(
            request.CommitId,
            state.Lead.Id,
            action.Id,
            action.Name,
            action.Category,
            workflow.Version,
            request.Actor,
            now,
            state.Lead.At,
            plan.At,
            action.AddsToDoNotContact,
            [.. plan.Entries.Added.Where(e => e.ExecutionId == request.CommitId).Select(e => e.Id)],
            [.. plan.Entries.Revoked.Select(r => r.EntryId)],
            plan.UserGroups,
            draft.Note,
            draft.Evidence,
            draft.OccurredAt,
            StillBlocked(state.Lead, plan, covering, now));
        var lead = After(state.Lead, plan, request, now);
        var commit = new Commit
        {
            Id = request.CommitId,
            Fingerprint = request.Fingerprint,
            Organization = request.Organization,
            Actor = request.Actor,
            At = now,
            Guards = Guards(workflow, plan.At, documents),
            Leads = [new(lead, state.Lead.Version, ContactPointsChanged: false)],
            Add = [.. plan.Entries.Added],
            Revoke = [.. plan.Entries.Revoked],
            Execution = execution,
            Changes = ExecutionChangeRules.Changes(plan, execution, state, now),
        };
        return new ExecutionDecision(commit, execution, state with { Lead = lead, Entries = [.. plan.Entries.Held] });
    }

    static Lead After(Lead lead, ExecutionPlan plan, Request request, DateTimeOffset now)
    {
        var next = lead with { Version = lead.Version + 1, Flags = plan.Flags };
        return plan.At == lead.At ? next : next with { At = plan.At, StatusSince = now, StatusBy = request.Actor };
    }

    static ImmutableArray<DocumentGuard> Guards(Workflow from, StatusRef to, OrganizationDocuments documents)
    {
        var source = new DocumentGuard(DocumentKind.Workflow, from.Id, from.Version);
        return to.WorkflowId == from.Id ? [source] : [source, new(DocumentKind.Workflow, to.WorkflowId, documents.Workflows[to.WorkflowId].Version)];
    }

    /// <summary>After a removal: the lead's contact points that its status, or entries of others, still block on the removed channels.</summary>
    static ImmutableArray<ContactPoint> StillBlocked(Lead lead, ExecutionPlan plan, ImmutableArray<DncEntry> covering, DateTimeOffset now)
    {
        if (plan.Removed == Channels.None) return [];
        var blocked = plan.Entries.Held.Concat(covering.Where(e => e.LeadId != lead.Id))
            .Where(e => e.InForce(now) && (e.Channels & plan.Removed) != Channels.None)
            .Select(e => e.Point)
            .ToHashSet();
        return [.. lead.ContactPoints.Select(p => p.Point).Where(blocked.Contains)];
    }

    static Refusal? RefuseWithoutEvidence(WorkflowAction action, ExecutionDraft draft) => RequiresEvidence(action) && draft.Evidence is null
        ? Refusal.Validation(new FieldError("evidence", $"The action '{action.Name}' needs evidence: write where the person's new wish can be found."))
        : null;

    /// <summary>What the second of two agents gets, after the first one's action has moved the lead.</summary>
    static Refusal NotOffered(string actionId, Workflow workflow, Status status, OrganizationDocuments documents)
    {
        var elsewhere = documents.Workflows.Values.SelectMany(w => w.Statuses).SelectMany(s => s.Actions).FirstOrDefault(a => a.Id == actionId);
        return elsewhere is null
            ? Refusal.NotFound("action", actionId)
            : Refusal.Unprocessable(
                "action.not-offered-here",
                $"The lead now stands in '{status.Name}' ({workflow.Id}/{status.Id}), where the action '{elsewhere.Name}' is not offered.");
    }
}
