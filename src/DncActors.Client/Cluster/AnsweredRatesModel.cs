namespace DncActors.Client.Cluster;

/// <summary>How much of each is answered in a second, over the last ten to twenty; of a node that just started, since it did.</summary>
public sealed record AnsweredRatesModel
{
    public required double Allowed { get; init; }

    public required double Blocked { get; init; }

    public required double Invalid { get; init; }

    public required double Unsure { get; init; }

    public required double Executions { get; init; }
}
