using DncActors.Client.Jobs;

namespace DncActors.Client.Workflows;

/// <summary>What changing a status came to: it is done, or published with work still to do.</summary>
/// <param name="Status">The status as it is now; null when there is a job.</param>
/// <param name="Job">
/// Brings the leads that stand there in line with the new restriction; null when there is nothing to do. See <see cref="JobsClient.WaitAsync"/>.
/// </param>
public sealed record StatusChange(StatusModel? Status, JobModel? Job);
