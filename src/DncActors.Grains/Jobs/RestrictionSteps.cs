using DncActors.Domain.Identity;
using DncActors.Domain.Jobs;
using DncActors.Domain.Leads;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Grains.Following;

namespace DncActors.Grains.Jobs;

/// <summary>
/// Walks the leads that stand in a status and brings their entries in line with what the status restricts. What is in line is left alone, so that a step done
/// twice does nothing. The job is done when the last step is known to every node.
/// </summary>
sealed class RestrictionSteps(
    ILeadStore leads, IPublishedDocuments documents, AcknowledgedLedger ledger, Follower follower, TimeProvider time, IdSource ids) : IJobSteps
{
    public string Kind => JobKinds.StatusRestriction;

    public async Task<Job> StepAsync(Job job)
    {
        if (JobSubjects.Parse(job) is not { } at) return job with { FinishedAt = time.GetUtcNow(), Error = $"'{job.Subject}' is no status." };
        // By a workflow of before the restriction every lead would be in line. No commit would fail by it, as there is none, and the job would be done.
        await follower.CatchUpAsync(CancellationToken.None);
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
}
