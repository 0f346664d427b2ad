namespace DncActors.Domain.Workflows;

/// <summary>An action template as somebody asks for it.</summary>
[GenerateSerializer, Immutable, Alias("dnc.TemplateDraft")]
public sealed record TemplateDraft(string Name, string RecordType, ActionDraft Action);
