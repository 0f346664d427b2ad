namespace DncActors.Client.Workflows;

/// <summary>A version of a workflow, as it was published.</summary>
public sealed record WorkflowVersionModel
{
    public required long Version { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who published it.</summary>
    public required string By { get; init; }

    /// <summary>What it has otherwise than the version before.</summary>
    public IReadOnlyList<WorkflowChangeModel> Changes { get; init; } = [];

    public required WorkflowModel Workflow { get; init; }
}
