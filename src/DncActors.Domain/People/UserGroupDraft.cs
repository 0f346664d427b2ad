using System.Collections.Immutable;

namespace DncActors.Domain.People;

/// <summary>A user group as somebody asks for it.</summary>
/// <param name="Id">Null: made.</param>
[GenerateSerializer, Immutable, Alias("dnc.UserGroupDraft")]
public sealed record UserGroupDraft(string? Id, string Name, ImmutableArray<string> RecordTypes);
