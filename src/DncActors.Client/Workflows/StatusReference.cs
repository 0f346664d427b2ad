namespace DncActors.Client.Workflows;

/// <summary>A status of a workflow, by ids.</summary>
public sealed record StatusReference
{
    public required string WorkflowId { get; init; }
    public required string StatusId { get; init; }
}
