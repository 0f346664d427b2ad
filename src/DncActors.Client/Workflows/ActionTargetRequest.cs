namespace DncActors.Client.Workflows;

/// <summary>A status that shall get an action.</summary>
public sealed record ActionTargetRequest
{
    /// <summary>Required.</summary>
    public string? WorkflowId { get; init; }

    /// <summary>Required.</summary>
    public string? StatusId { get; init; }
}
