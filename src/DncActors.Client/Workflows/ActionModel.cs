namespace DncActors.Client.Workflows;

/// <summary>An action of a status.</summary>
public sealed record ActionModel
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Category { get; init; }
    public required bool Enabled { get; init; }

    /// <summary>Any of these roles may run it; empty: everybody who may execute actions.</summary>
    public required IReadOnlyList<string> AllowedRoles { get; init; }

    /// <summary>Run in this order, as one.</summary>
    public required IReadOnlyList<OperationModel> Operations { get; init; }

    /// <summary>Where it stands in its status, ascending.</summary>
    public required int Order { get; init; }
}
