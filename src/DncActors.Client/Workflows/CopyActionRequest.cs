namespace DncActors.Client.Workflows;

/// <summary>Body of <c>POST …/actions/{a}/copies</c>: all targets or none.</summary>
public sealed record CopyActionRequest
{
    /// <summary>Required, at least one: statuses of the same record type, there and enabled.</summary>
    public IReadOnlyList<ActionTargetRequest?>? Targets { get; init; }

    /// <summary>The same as <c>?dryRun=true</c>: judge everything, change nothing. Default: false.</summary>
    public bool? DryRun { get; init; }
}
