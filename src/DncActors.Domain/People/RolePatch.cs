namespace DncActors.Domain.People;

/// <summary>What is to change in a role; null leaves it as it is.</summary>
[GenerateSerializer, Immutable, Alias("dnc.RolePatch")]
public sealed record RolePatch(string? Name = null, Permissions? Permissions = null);
