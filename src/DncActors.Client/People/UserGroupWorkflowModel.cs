namespace DncActors.Client.People;

/// <summary>How far a user group follows a workflow. Being behind never changes a verdict.</summary>
public sealed record UserGroupWorkflowModel
{
    public required string WorkflowId { get; init; }

    /// <summary>The published version.</summary>
    public required long Version { get; init; }

    /// <summary>The last version that the group has applied from the log; 0 for none.</summary>
    public required long SyncedVersion { get; init; }

    public required bool InSync { get; init; }

    /// <summary>When the first version that it has not applied was published; null when in sync.</summary>
    public DateTimeOffset? BehindSince { get; init; }
}
