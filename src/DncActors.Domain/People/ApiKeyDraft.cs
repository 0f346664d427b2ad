namespace DncActors.Domain.People;

/// <summary>An API key as somebody asks for it: with a role, or standing for a user.</summary>
[GenerateSerializer, Immutable, Alias("dnc.ApiKeyDraft")]
public sealed record ApiKeyDraft(string Name, string? Role, string? UserId, bool ActsForUsers);
