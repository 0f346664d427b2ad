namespace DncActors.Client.Workflows;

/// <summary>The action that one target got.</summary>
public sealed record ActionPlacementModel
{
    public required string WorkflowId { get; init; }
    public required string StatusId { get; init; }

    /// <summary>Null where there is no such status.</summary>
    public string? StatusName { get; init; }

    /// <summary>One of <see cref="PlacementOutcomeNames"/>.</summary>
    public string? Outcome { get; init; }

    /// <summary>Why the target is refused, and what to do about it; null where it is not.</summary>
    public string? Reason { get; init; }

    /// <summary>The action of that name which the target has; null where it has none.</summary>
    public string? ReplacedActionId { get; init; }

    /// <summary>In a dry run: the action that would be replaced; null where there is none.</summary>
    public ActionModel? Before { get; init; }

    /// <summary>In a dry run: the action that the target would have; its id is empty where it would be a new one. Null where it is refused.</summary>
    public ActionModel? After { get; init; }

    /// <summary>The new action's id, or the replaced one's; null in a dry run that would make a new one.</summary>
    public required string? ActionId { get; init; }

    /// <summary>The target had an action of that name, which was replaced.</summary>
    public required bool Replaced { get; init; }

    /// <summary>The target workflow's version after it; in a dry run as it is.</summary>
    public required long WorkflowVersion { get; init; }
}
