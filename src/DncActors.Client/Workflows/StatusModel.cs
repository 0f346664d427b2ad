namespace DncActors.Client.Workflows;

/// <summary>A status of a workflow, with its actions.</summary>
public sealed record StatusModel
{
    public required string Id { get; init; }
    public required string Name { get; init; }

    /// <summary>One of <see cref="SystemStatusNames"/>.</summary>
    public required string SystemStatus { get; init; }

    /// <summary>The channels on which a lead that stands here is not contactable; empty for none.</summary>
    public required IReadOnlyList<string> RestrictsContact { get; init; }

    /// <summary>Any of these roles may act on leads that stand here; empty: everybody who may execute actions.</summary>
    public required IReadOnlyList<string> AllowedRoles { get; init; }

    public required bool Enabled { get; init; }
    public required bool Archived { get; init; }

    /// <summary>Where it stands in its workflow, ascending.</summary>
    public required int Order { get; init; }

    /// <summary>In their order.</summary>
    public required IReadOnlyList<ActionModel> Actions { get; init; }
}
