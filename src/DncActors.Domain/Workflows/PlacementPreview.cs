using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Workflows;

/// <summary>What one target of a copy, or of a template's application, would get.</summary>
/// <param name="StatusName">Null where there is no such status.</param>
/// <param name="Refused">Why it would get nothing; null where it would.</param>
/// <param name="Before">The action of that name that it has, which would be replaced; null where it has none.</param>
/// <param name="After">The action that it would have; without an id where it would be a new one. Null where it is refused.</param>
/// <param name="WorkflowVersion">The target workflow's version as it is; 0 where there is none.</param>
public sealed record PlacementPreview(
    StatusRef At, string? StatusName, Reason? Refused, WorkflowAction? Before, WorkflowAction? After, long WorkflowVersion);
