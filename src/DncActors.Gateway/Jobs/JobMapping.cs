using DncActors.Client.Jobs;
using DncActors.Domain.Jobs;

namespace DncActors.Gateway.Jobs;

/// <summary>Jobs, as they are told.</summary>
static class JobMapping
{
    internal static JobModel ToModel(Job job) => new()
    {
        Id = job.Id.ToString(),
        Kind = job.Kind,
        Subject = job.Subject,
        State = job.Error is not null ? JobStateNames.Failed : job.FinishedAt is not null ? JobStateNames.Done : JobStateNames.Running,
        Done = job.Done,
        Total = job.Total,
        StartedBy = job.StartedBy,
        StartedAt = job.StartedAt,
        FinishedAt = job.FinishedAt,
        Error = job.Error,
    };
}
