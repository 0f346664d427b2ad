using DncActors.Client.Workflows;

namespace DncActors.Client.Events;

/// <summary><c>lead.moved</c>: an execution moved a lead.</summary>
public sealed record LeadMovedEventModel : UserGroupEventModel
{
    public required string LeadId { get; init; }
    public string? ExecutionId { get; init; }
    public string? ActionName { get; init; }
    public required StatusReference From { get; init; }
    public required StatusReference To { get; init; }
}
