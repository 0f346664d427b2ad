using DncActors.Domain.Jobs;

namespace DncActors.Grains.Jobs;

/// <summary>How jobs of one kind are done. A step is one commit at most, and harmless to repeat.</summary>
interface IJobSteps
{
    string Kind { get; }

    /// <summary>The job after one step: further on, or finished.</summary>
    Task<Job> StepAsync(Job job);
}
