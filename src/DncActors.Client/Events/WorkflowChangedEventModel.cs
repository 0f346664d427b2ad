namespace DncActors.Client.Events;

/// <summary><c>workflow.changed</c>: a version of a workflow was published.</summary>
public sealed record WorkflowChangedEventModel : UserGroupEventModel
{
    public required string WorkflowId { get; init; }
    public required string RecordType { get; init; }
    public required long Version { get; init; }
}
