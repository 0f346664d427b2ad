namespace DncActors.Client.Cluster;

/// <summary>The grains of one type.</summary>
public sealed record GrainTypeModel
{
    public required string Name { get; init; }

    /// <summary>Those that are in memory.</summary>
    public required long Activations { get; init; }

    /// <summary>Calls that they have taken since their node started.</summary>
    public required long Requests { get; init; }

    /// <summary>The same in a second, in the last ten to twenty seconds.</summary>
    public required double RequestsPerSecond { get; init; }
}
