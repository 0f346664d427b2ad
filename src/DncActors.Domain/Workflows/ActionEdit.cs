namespace DncActors.Domain.Workflows;

/// <summary>What an edit of an action comes to.</summary>
/// <param name="Workflow">One version up, with the action in it; the very same where nothing changes, and then nothing is to be committed.</param>
public sealed record ActionEdit(Workflow Workflow, string StatusId, WorkflowAction Action, EditGuards Guards);
