using DncActors.Contracts.Identity;
using DncActors.Contracts.Jobs;
using DncActors.Domain.Jobs;
using DncActors.Grains.Following;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DncActors.Grains.Jobs;

/// <summary>Wakes the jobs that are not finished: at the start, for those that a crash interrupted, and now and then, for those whose waking was
/// lost.</summary>
sealed partial class JobSweep(IJobStore jobs, IGrainFactory grains, Follower follower, TimeProvider time, ILogger<JobSweep> logger) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await follower.WaitUntilAppliedAsync(0, stoppingToken);
                foreach (var job in await jobs.ReadOpenAsync(stoppingToken))
                {
                    await grains.GetGrain<IJobGrain>(GrainKeys.Of(job.Organization, job.Id.ToString())).WakeAsync();
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever it was, the next sweep tries again.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                LogFault(logger, fault);
            }
            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Open jobs could not be woken; trying again")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
