using Orleans.Concurrency;

namespace DncActors.Contracts.Jobs;

/// <summary>Does one job, <c>{organization}/{jobId}</c>, step by step until it is done. What it has done is in the job store; every step is harmless to
/// repeat.</summary>
[Alias("dnc.IJobGrain")]
public interface IJobGrain : IGrainWithStringKey
{
    /// <summary>Says that there is work; lost, it is said again by the next sweep of open jobs.</summary>
    [OneWay, Alias("Wake")]
    Task WakeAsync();
}
