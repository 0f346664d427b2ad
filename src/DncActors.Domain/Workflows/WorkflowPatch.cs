namespace DncActors.Domain.Workflows;

/// <summary>What is to change in a workflow; null leaves it as it is.</summary>
[GenerateSerializer, Immutable, Alias("dnc.WorkflowPatch")]
public sealed record WorkflowPatch(string? Name = null);
