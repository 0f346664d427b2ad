using System.Collections.Immutable;

namespace DncActors.Domain.People;

/// <summary>What is to change in a user group; null leaves it as it is.</summary>
[GenerateSerializer, Immutable, Alias("dnc.UserGroupPatch")]
public sealed record UserGroupPatch(string? Name = null, ImmutableArray<string>? RecordTypes = null);
