namespace DncActors.Client.Cluster;

/// <summary>What was answered since the start, and how fast lately; by gateways only what they asked a node for.</summary>
public sealed record AnsweredModel
{
    /// <summary>Contact points that may be contacted.</summary>
    public required long Allowed { get; init; }

    /// <summary>Contact points that may not.</summary>
    public required long Blocked { get; init; }

    /// <summary>What could not be read as a contact point.</summary>
    public required long Invalid { get; init; }

    /// <summary>Contact points that nobody could be sure about: those who asked were answered 503, and called nobody.</summary>
    public required long Unsure { get; init; }

    /// <summary>Actions that were run; a request that was repeated counts once.</summary>
    public required long Executions { get; init; }

    public required AnsweredRatesModel PerSecond { get; init; }
}
