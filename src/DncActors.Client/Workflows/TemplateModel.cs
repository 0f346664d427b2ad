namespace DncActors.Client.Workflows;

/// <summary>An action to be applied to many statuses.</summary>
public sealed record TemplateModel
{
    public required string Id { get; init; }
    public required string Name { get; init; }

    /// <summary>The record type of the workflows that it may be applied to.</summary>
    public required string RecordType { get; init; }

    public required TemplateActionModel Action { get; init; }

    /// <summary>One higher with each change; also the <c>ETag</c>.</summary>
    public required long Version { get; init; }
}
