namespace DncActors.Client.Events;

/// <summary><c>lead.doNotContact</c>: an execution asked for no further contact with a lead.</summary>
public sealed record LeadDoNotContactEventModel : UserGroupEventModel
{
    public required string LeadId { get; init; }
    public string? ExecutionId { get; init; }
    public string? ActionName { get; init; }

    /// <summary>The channels blocked by it.</summary>
    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>Where the lead stands after it.</summary>
    public required string WorkflowId { get; init; }

    public required string StatusId { get; init; }
}
