using System.Collections.Immutable;

namespace DncActors.Domain.Workflows;

/// <summary>An action as somebody asks for it.</summary>
/// <param name="Order">Null: behind the last; for one that replaces another: where that stands.</param>
[GenerateSerializer, Immutable, Alias("dnc.ActionDraft")]
public sealed record ActionDraft(
    string Name,
    string Category,
    bool Enabled,
    ImmutableArray<string> AllowedRoles,
    ImmutableArray<Operation> Operations,
    int? Order);
