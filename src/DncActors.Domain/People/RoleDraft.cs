namespace DncActors.Domain.People;

/// <summary>A role as somebody asks for it.</summary>
/// <param name="Id">Null: made.</param>
[GenerateSerializer, Immutable, Alias("dnc.RoleDraft")]
public sealed record RoleDraft(string? Id, string Name, Permissions Permissions);
