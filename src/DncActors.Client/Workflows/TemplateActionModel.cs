namespace DncActors.Client.Workflows;

/// <summary>The action of a template: as <see cref="ActionModel"/>, without the id and the place that it gets where it is applied.</summary>
public sealed record TemplateActionModel
{
    public required string Name { get; init; }
    public required string Category { get; init; }
    public required bool Enabled { get; init; }

    /// <summary>Any of these roles may run it; empty: everybody who may execute actions.</summary>
    public required IReadOnlyList<string> AllowedRoles { get; init; }

    /// <summary>Run in this order, as one.</summary>
    public required IReadOnlyList<OperationModel> Operations { get; init; }
}
