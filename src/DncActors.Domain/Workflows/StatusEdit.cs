namespace DncActors.Domain.Workflows;

/// <summary>What an edit of a status comes to.</summary>
/// <param name="Workflow">One version up, with the status in it; the very same where nothing changes, and then nothing is to be committed.</param>
/// <param name="RestrictionChanged">What the status restricts has changed: leads that stand there must be brought in line, by a job.</param>
public sealed record StatusEdit(Workflow Workflow, Status Status, bool RestrictionChanged, EditGuards Guards);
