namespace DncActors.Client.Workflows;

/// <summary>A workflow, whole: its statuses, and their actions.</summary>
public sealed record WorkflowModel
{
    public required string Id { get; init; }
    public required string Name { get; init; }

    /// <summary>The slug of what stands in it (<c>lead</c>, <c>recruit</c>, …). Nothing moves or is copied between record types.</summary>
    public required string RecordType { get; init; }

    /// <summary>One higher with each change; also the <c>ETag</c>, to be sent as <c>If-Match</c>.</summary>
    public required long Version { get; init; }

    /// <summary>An archived workflow takes no leads and offers no actions; it stays readable.</summary>
    public required bool Archived { get; init; }

    /// <summary>In their order, archived ones included.</summary>
    public required IReadOnlyList<StatusModel> Statuses { get; init; }
}
