using DncActors.Domain.Jobs;
using DncActors.Domain.Workflows;

namespace DncActors.Grains.Jobs;

/// <summary>What a job works on.</summary>
static class JobSubjects
{
    /// <summary>The status of a restriction's job; null for what is none.</summary>
    public static StatusRef? Parse(Job job) => job.Kind == JobKinds.StatusRestriction && job.Subject.Split('/') is [var workflowId, var statusId]
        ? new(workflowId, statusId)
        : null;
}
