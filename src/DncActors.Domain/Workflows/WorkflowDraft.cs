namespace DncActors.Domain.Workflows;

/// <summary>A workflow as somebody asks for it.</summary>
[GenerateSerializer, Immutable, Alias("dnc.WorkflowDraft")]
public sealed record WorkflowDraft(string Name, string RecordType);
