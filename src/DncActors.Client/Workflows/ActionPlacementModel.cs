namespace DncActors.Client.Workflows;

/// <summary>The action that one target got.</summary>
public sealed record ActionPlacementModel
{
    public required string WorkflowId { get; init; }
    public required string StatusId { get; init; }

    /// <summary>The new action's id, or the replaced one's; null in a dry run that would make a new one.</summary>
    public required string? ActionId { get; init; }

    /// <summary>The target had an action of that name, which was replaced.</summary>
    public required bool Replaced { get; init; }

    /// <summary>The target workflow's version after it.</summary>
    public required long WorkflowVersion { get; init; }
}
