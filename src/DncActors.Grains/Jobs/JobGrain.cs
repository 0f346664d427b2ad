using DncActors.Contracts.Identity;
using DncActors.Contracts.Jobs;
using DncActors.Domain.Jobs;
using DncActors.Domain.Ledger;
using Microsoft.Extensions.Logging;

namespace DncActors.Grains.Jobs;

/// <summary>Does a job step by step, and saves how far it is after each.</summary>
sealed partial class JobGrain(IJobStore jobs, IEnumerable<IJobSteps> kinds, TimeProvider time, ILogger<JobGrain> logger) : Grain, IJobGrain
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

    Task<Job> StepAsync(Job job) => kinds.FirstOrDefault(k => k.Kind == job.Kind) is { } steps
        ? steps.StepAsync(job)
        : Task.FromResult(job with { FinishedAt = time.GetUtcNow(), Error = $"Nobody knows how to do '{job.Kind}' on '{job.Subject}'." });

    [LoggerMessage(2, LogLevel.Error, "Job {JobId} of {Organization} has a step that fails")]
    private static partial void LogFailed(ILogger logger, Exception fault, Guid jobId, string organization);

    [LoggerMessage(1, LogLevel.Warning, "Job {JobId} of {Organization} pauses")]
    private static partial void LogPaused(ILogger logger, Exception fault, Guid jobId, string organization);
}
