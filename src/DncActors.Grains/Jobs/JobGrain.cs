using DncActors.Contracts.Identity;
using DncActors.Contracts.Jobs;
using DncActors.Domain.Identity;
using DncActors.Domain.Jobs;
using DncActors.Domain.Leads;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Grains.Following;
using Microsoft.Extensions.Logging;

namespace DncActors.Grains.Jobs;

/// <summary>
/// Walks the leads that stand in a status, step by step, and brings their entries in line with what the status restricts. A step is one commit; what is in
/// line is left
/// alone, so that a step done twice does nothing. The job is done when the last step is known to every node.
/// </summary>
sealed partial class JobGrain(
    IJobStore jobs,
    ILeadStore leads,
    IPublishedDocuments documents,
    AcknowledgedLedger ledger,
    Follower follower,
    TimeProvider time,
    IdSource ids,
    ILogger<JobGrain> logger) : Grain, IJobGrain
{
    /// <summary>After so long the grain lets others have a turn and wakes itself again.</summary>
    static readonly TimeSpan Slice = TimeSpan.FromSeconds(5);

    public async Task WakeAsync()
    {
        var (organization, id) = GrainKeys.Parse(this.GetPrimaryKeyString());
        if (await jobs.ReadAsync(organization, Guid.Parse(id), CancellationToken.None) is not { FinishedAt: null } job) return;
        try
        {
            job = await WorkAsync(job);
            if (job.FinishedAt is null) await this.AsReference<IJobGrain>().WakeAsync();
        }
        catch (LedgerUnavailableException fault)
        {
            // The next sweep of open jobs goes on from the last saving.
            LogPaused(logger, fault, job.Id, organization);
        }
        catch (InvalidOperationException fault)
        {
            // The database refuses a step, and would again: whoever asks for the job is told, and the sweep tries once more.
            LogFailed(logger, fault, job.Id, organization);
            if (await jobs.ReadAsync(organization, job.Id, CancellationToken.None) is { } saved)
            {
                await jobs.SaveAsync(saved with { Error = "The database refuses the next step; the node's log says why. It is tried again." });
            }
        }
    }

    async Task<Job> WorkAsync(Job job)
    {
        var started = time.GetTimestamp();
        while (job.FinishedAt is null && time.GetElapsedTime(started) < Slice)
        {
            job = await StepAsync(job);
            await jobs.SaveAsync(job);
        }
        return job;
    }

    async Task<Job> StepAsync(Job job)
    {
        if (JobSubjects.Parse(job) is not { } at)
        {
            return job with { FinishedAt = time.GetUtcNow(), Error = $"Nobody knows how to do '{job.Kind}' on '{job.Subject}'." };
        }
        var standing = await leads.ReadStandingAsync(
            job.Organization, at.WorkflowId, at.StatusId, job.Cursor, LeadLimits.MaxLeadsInACommit, CancellationToken.None);
        if (standing.IsEmpty) return job with { FinishedAt = time.GetUtcNow(), Total = job.Done, Error = null };
        if (await documents.FindAsync(job.Organization) is not { } published) return job with { Error = "The organization is not known yet." };
        var request = new Request(job.Organization, job.StartedBy, null, "", ids.Next(time.GetUtcNow()), job.Id);
        var planned = StatusRestrictionRules.Plan(request, at, standing, published, time.GetUtcNow(), ids);
        if (!planned.Ok) throw new LedgerUnavailableException(planned.Refusal.Detail);
        if (planned.Value.Commit is { } commit && (await ledger.CommitAsync(commit)).Outcome != CommitOutcome.Done)
        {
            // Somebody moved one of the leads, or edited the workflow: the same step again, with what is so now.
            await follower.CatchUpAsync(CancellationToken.None);
            return job;
        }
        // What was in line already may have been brought there by a commit that not every node knows yet.
        await ledger.AcknowledgeAsync(standing.Max(l => l.Sequence));
        return job with { Cursor = standing[planned.Value.Leads - 1].Lead.Id, Done = job.Done + planned.Value.Leads, Error = null };
    }

    [LoggerMessage(2, LogLevel.Error, "Job {JobId} of {Organization} has a step that fails")]
    private static partial void LogFailed(ILogger logger, Exception fault, Guid jobId, string organization);

    [LoggerMessage(1, LogLevel.Warning, "Job {JobId} of {Organization} pauses")]
    private static partial void LogPaused(ILogger logger, Exception fault, Guid jobId, string organization);
}
