namespace DncActors.Domain.Workflows;

/// <summary>Moves the lead to a status of a workflow of the same record type.</summary>
[GenerateSerializer, Immutable, Alias("dnc.MoveToStatus")]
public sealed record MoveToStatus(string WorkflowId, string StatusId) : Operation;
