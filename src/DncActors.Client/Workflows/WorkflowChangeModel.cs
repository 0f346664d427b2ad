namespace DncActors.Client.Workflows;

/// <summary>One thing that a version of a workflow has otherwise than the version before.</summary>
public sealed record WorkflowChangeModel
{
    /// <summary>A sentence for a person.</summary>
    public required string Text { get; init; }

    /// <summary>What differs, such as <c>name</c> or <c>operations</c>; <c>status</c> or <c>action</c> for one that was added or taken away.</summary>
    public required string Field { get; init; }

    /// <summary>The status that it is of, or null.</summary>
    public string? StatusId { get; init; }

    /// <summary>The action that it is of, or null.</summary>
    public string? ActionId { get; init; }

    /// <summary>In words; null for nothing.</summary>
    public string? Before { get; init; }

    /// <summary>In words; null for nothing.</summary>
    public string? After { get; init; }
}
