namespace DncActors.Domain.Workflows;

/// <summary>What one target of a copy, or of a template's application, got.</summary>
/// <param name="ActionId">The new action's id, or the replaced one's; null in a dry run that would make a new one.</param>
/// <param name="Replaced">The target had an action of that name.</param>
/// <param name="WorkflowVersion">The target workflow's version after it.</param>
[GenerateSerializer, Immutable, Alias("dnc.ActionPlacement")]
public sealed record ActionPlacement(StatusRef At, string? ActionId, bool Replaced, long WorkflowVersion);
