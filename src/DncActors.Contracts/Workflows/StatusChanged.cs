using DncActors.Domain.Jobs;
using DncActors.Domain.Workflows;

namespace DncActors.Contracts.Workflows;

/// <summary>A status as it is now.</summary>
/// <param name="Workflow">The workflow's new version, with the status in it.</param>
/// <param name="Job">The job that brings the leads standing there in line, where what it restricts has changed and leads may stand there: 202; else
/// null.</param>
[GenerateSerializer, Immutable, Alias("dnc.StatusChanged")]
public sealed record StatusChanged(Workflow Workflow, Status Status, Job? Job);
