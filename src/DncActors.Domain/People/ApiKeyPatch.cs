using DncActors.Domain.Outcomes;

namespace DncActors.Domain.People;

/// <summary>What is to change in an API key; what is not given stays as it is.</summary>
[GenerateSerializer, Immutable, Alias("dnc.ApiKeyPatch")]
public sealed record ApiKeyPatch(string? Name, Patched<string> Role, Patched<string> UserId, bool? ActsForUsers);
