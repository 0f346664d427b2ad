namespace DncActors.Domain.Workflows;

/// <summary>What an edit of an action template comes to.</summary>
/// <param name="Template">One version up; the very same where nothing changes, and then nothing is to be committed.</param>
public sealed record TemplateEdit(ActionTemplate Template, EditGuards Guards);
