using DncActors.Domain.Workflows;

namespace DncActors.Contracts.Workflows;

/// <summary>An action as it is now, in the workflow's new version.</summary>
[GenerateSerializer, Immutable, Alias("dnc.ActionChanged")]
public sealed record ActionChanged(Workflow Workflow, string StatusId, WorkflowAction Action);
