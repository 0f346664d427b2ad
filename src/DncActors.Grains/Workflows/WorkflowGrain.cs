using System.Collections.Immutable;
using DncActors.Contracts.Identity;
using DncActors.Contracts.Jobs;
using DncActors.Contracts.Workflows;
using DncActors.Domain.Identity;
using DncActors.Domain.Jobs;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Workflows;
using DncActors.Grains.Deciding;

namespace DncActors.Grains.Workflows;

/// <summary>Puts the edits of one workflow in order. It keeps nothing between turns: each edit is planned with what is published and fenced by its
/// version.</summary>
sealed class WorkflowGrain(
    DocumentEdits edits, Placing placing, Restoring restoring, StandingLeads standing, IJobStore jobs, TimeProvider time, IdSource ids) : Grain, IWorkflowGrain
{
    string _workflowId = "";

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        (_, _workflowId) = GrainKeys.Parse(this.GetPrimaryKeyString());
        return Task.CompletedTask;
    }

    public Task<Outcome<Workflow>> CreateAsync(Request request, WorkflowDraft draft) =>
        EditAsync(request, null, published => WorkflowRules.Create(published, draft, _workflowId));

    public Task<Outcome<Workflow>> ChangeAsync(Request request, WorkflowPatch patch, long? ifVersion) =>
        EditAsync(request, ifVersion, published => WorkflowRules.Change(published, _workflowId, patch));

    public Task<Outcome<Workflow>> ArchiveAsync(Request request, long? ifVersion) =>
        EditAsync(request, ifVersion, published => WorkflowRules.Archive(published, _workflowId), whileEmpty: true);

    public Task<Outcome<Workflow>> RestoreAsync(Request request, long version, long? ifVersion) =>
        restoring.RunAsync(request, _workflowId, version, ifVersion, DeactivateOnIdle);

    public Task<Outcome<StatusChanged>> AddStatusAsync(Request request, StatusDraft draft, long? ifVersion) =>
        EditStatusAsync(request, GrainKeys.MadeBy(request), ifVersion, (published, id) => StatusRules.Add(published, _workflowId, draft, id));

    public async Task<Outcome<StatusChanged>> ChangeStatusAsync(Request request, string statusId, StatusPatch patch, long? ifVersion) =>
        await EditStatusAsync(request, statusId, ifVersion, (published, id) => StatusRules.Change(published, _workflowId, id, patch));

    public Task<Outcome<StatusChanged>> ArchiveStatusAsync(Request request, string statusId, long? ifVersion) =>
        EditStatusAsync(request, statusId, ifVersion, (published, id) => StatusRules.Archive(published, _workflowId, id), whileEmpty: true);

    public Task<Outcome<ActionChanged>> AddActionAsync(Request request, string statusId, ActionDraft draft, long? ifVersion) =>
        EditActionAsync(
            request, statusId, GrainKeys.MadeBy(request), ifVersion, (published, id) => ActionRules.Add(published, _workflowId, statusId, draft, id));

    public Task<Outcome<ActionChanged>> ReplaceActionAsync(Request request, string statusId, string actionId, ActionDraft draft, long? ifVersion) =>
        EditActionAsync(request, statusId, actionId, ifVersion, (published, id) => ActionRules.Replace(published, _workflowId, statusId, id, draft));

    public Task<Outcome<Workflow>> RemoveActionAsync(Request request, string statusId, string actionId, long? ifVersion) => EditAsync(
        request,
        ifVersion,
        published => ActionRules.Remove(published, _workflowId, statusId, actionId) is var edit && edit.Ok
            ? new WorkflowEdit(edit.Value.Workflow, edit.Value.Guards)
            : edit.Refusal!);

    public Task<Outcome<ActionPlacements>> CopyActionAsync(
        Request request, string statusId, string actionId, ImmutableArray<StatusRef> targets, bool dryRun) => placing.RunAsync(
            request,
            targets,
            dryRun,
            published => published.FindStatus(new(_workflowId, statusId))?.Actions.FirstOrDefault(a => a.Id == actionId)?.Name,
            (published, now) => CopyRules.Copy(published, _workflowId, statusId, actionId, targets, now, ids),
            DeactivateOnIdle);

    /// <param name="whileEmpty">Refused while a lead stands in the workflow; that none comes meanwhile is the guard's part.</param>
    Task<Outcome<Workflow>> EditAsync(
        Request request, long? ifVersion, Func<OrganizationDocuments, Outcome<WorkflowEdit>> plan, bool whileEmpty = false) => edits.RunAsync<Workflow>(
            request,
            async published =>
            {
                var was = published.Workflows.GetValueOrDefault(_workflowId);
                if (DocumentCommits.RefuseStale(was, ifVersion) is { } stale) return stale;
                var planned = plan(published);
                if (!planned.Ok) return planned.Refusal;
                if (whileEmpty && await standing.FindAsync(request.Organization, was) is { } status) return StandingLeads.Refuse(status);
                return new Decision<Workflow>(CommitOf(request, published, was, planned.Value.Workflow, planned.Value.Guards), planned.Value.Workflow);
            },
            reply => ReadAsync(request, reply),
            DeactivateOnIdle);

    async Task<Outcome<StatusChanged>> EditStatusAsync(
        Request request, string statusId, long? ifVersion, Func<OrganizationDocuments, string, Outcome<StatusEdit>> plan, bool whileEmpty = false)
    {
        var changed = await edits.RunAsync<StatusChanged>(
            request,
            async published =>
            {
                var was = published.Workflows.GetValueOrDefault(_workflowId);
                if (DocumentCommits.RefuseStale(was, ifVersion) is { } stale) return stale;
                var planned = plan(published, statusId);
                if (!planned.Ok) return planned.Refusal;
                var edit = planned.Value;
                var at = new StatusRef(_workflowId, statusId);
                var stand = (edit.RestrictionChanged || whileEmpty) && await standing.AnyAsync(request.Organization, at);
                if (whileEmpty && stand) return StandingLeads.Refuse(edit.Status);
                var job = stand ? JobOf(request, at) : null;
                // Nobody stands there: then nobody may come before the new restriction is in force either, or there would be a job to do after all.
                var guards = edit.RestrictionChanged && !stand
                    ? edit.Guards with { Empty = edit.Guards.Empty.Add(new(at.WorkflowId, at.StatusId)) }
                    : edit.Guards;
                return new Decision<StatusChanged>(
                    CommitOf(request, published, was, edit.Workflow, guards, job), new StatusChanged(edit.Workflow, edit.Status, job));
            },
            async reply =>
            {
                var workflow = await ReadAsync(request, reply);
                if (!workflow.Ok) return workflow.Refusal;
                var job = await jobs.ReadAsync(request.Organization, request.CommitId, CancellationToken.None);
                return new StatusChanged(workflow.Value, workflow.Value.Find(statusId)!, job);
            },
            DeactivateOnIdle);
        if (changed is { Ok: true, Value.Job: { FinishedAt: null } begun }) await WakeAsync(begun);
        return changed;
    }

    Task<Outcome<ActionChanged>> EditActionAsync(
        Request request, string statusId, string actionId, long? ifVersion, Func<OrganizationDocuments, string, Outcome<ActionEdit>> plan) =>
        edits.RunAsync<ActionChanged>(
            request,
            published =>
            {
                var was = published.Workflows.GetValueOrDefault(_workflowId);
                if (DocumentCommits.RefuseStale(was, ifVersion) is { } stale) return new(stale);
                var planned = plan(published, actionId);
                if (!planned.Ok) return new(planned.Refusal);
                var edit = planned.Value;
                return new(new Decision<ActionChanged>(
                    CommitOf(request, published, was, edit.Workflow, edit.Guards), new ActionChanged(edit.Workflow, statusId, edit.Action)));
            },
            async reply =>
            {
                var workflow = await ReadAsync(request, reply);
                return workflow.Ok
                    ? new ActionChanged(workflow.Value, statusId, workflow.Value.Find(statusId)!.Actions.First(a => a.Id == actionId))
                    : workflow.Refusal;
            },
            DeactivateOnIdle);

    /// <summary>Null where the edit left the workflow as it was.</summary>
    Commit? CommitOf(Request request, OrganizationDocuments published, Workflow? was, Workflow workflow, EditGuards guards, Job? job = null) =>
        ReferenceEquals(workflow, was)
            ? null
            : DocumentCommits.Of(request, published, [workflow], guards, time.GetUtcNow(), DocumentCommits.Reply(workflow), job);

    ValueTask<Outcome<Workflow>> ReadAsync(Request request, string? reply) =>
        edits.ReadAsync<Workflow>(request.Organization, DocumentKind.Workflow, _workflowId, DocumentCommits.VersionIn(reply));

    Job JobOf(Request request, StatusRef at) => new(
        request.CommitId, request.Organization, JobKinds.StatusRestriction, at.ToString(), request.Actor, time.GetUtcNow(), null, 0, null, null, null);

    Task WakeAsync(Job job) => GrainFactory.GetGrain<IJobGrain>(GrainKeys.Of(job.Organization, job.Id.ToString())).WakeAsync();
}
