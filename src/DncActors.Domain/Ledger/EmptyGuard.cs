namespace DncActors.Domain.Ledger;

/// <summary>No lead may stand in the workflow, or in that status of it.</summary>
[GenerateSerializer, Immutable, Alias("dnc.EmptyGuard")]
public readonly record struct EmptyGuard(string WorkflowId, string? StatusId);
