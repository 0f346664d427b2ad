namespace DncActors.Client.Diagnostics;

/// <summary>Something in the workflows that lets wishes for no contact get lost.</summary>
public sealed record CoverageFindingModel
{
    /// <summary>Stable.</summary>
    public required string Code { get; init; }

    /// <summary>How much it matters: one of <see cref="CoverageSeverityNames"/>.</summary>
    public required string Severity { get; init; }

    public required string WorkflowId { get; init; }
    public string? StatusId { get; init; }
    public string? ActionId { get; init; }

    /// <summary>For people, naming what is meant.</summary>
    public required string Detail { get; init; }

    /// <summary>What to do about it.</summary>
    public required string Mend { get; init; }
}
