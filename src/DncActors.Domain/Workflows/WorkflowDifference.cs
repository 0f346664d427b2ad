namespace DncActors.Domain.Workflows;

/// <summary>One thing that is otherwise in another version of a workflow.</summary>
/// <param name="Text">A sentence for a person.</param>
/// <param name="StatusId">The status that it is of, or null.</param>
/// <param name="ActionId">The action that it is of, or null.</param>
/// <param name="Field">What differs: <c>name</c>, <c>operations</c>, …; <c>status</c> or <c>action</c> for one that was added or taken away.</param>
/// <param name="Before">In words, or null for nothing.</param>
/// <param name="After">In words, or null for nothing.</param>
public sealed record WorkflowDifference(string Text, string? StatusId, string? ActionId, string Field, string? Before, string? After);
