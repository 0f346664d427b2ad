namespace DncActors.Client.Workflows;

/// <summary>What a copy or the application of a template did, or in a dry run would do.</summary>
public sealed record ActionPlacementsModel
{
    /// <summary>True: nothing was changed.</summary>
    public required bool DryRun { get; init; }

    /// <summary>One for each target, in the order they were given.</summary>
    public required IReadOnlyList<ActionPlacementModel> Items { get; init; }
}
