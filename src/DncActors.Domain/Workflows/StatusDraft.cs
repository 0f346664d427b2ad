using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;

namespace DncActors.Domain.Workflows;

/// <summary>A status as somebody asks for it.</summary>
/// <param name="Order">Null: behind the last.</param>
[GenerateSerializer, Immutable, Alias("dnc.StatusDraft")]
public sealed record StatusDraft(
    string Name,
    SystemStatus SystemStatus,
    Channels RestrictsContact,
    ImmutableArray<string> AllowedRoles,
    bool Enabled,
    int? Order);
