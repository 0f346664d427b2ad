namespace DncActors.Domain.Workflows;

/// <summary>What an edit of a workflow comes to.</summary>
/// <param name="Workflow">One version up; the very same where nothing changes, and then nothing is to be committed.</param>
public sealed record WorkflowEdit(Workflow Workflow, EditGuards Guards);
