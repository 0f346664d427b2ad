using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;

namespace DncActors.Domain.Workflows;

/// <summary>What is to change in a status; null leaves it as it is.</summary>
[GenerateSerializer, Immutable, Alias("dnc.StatusPatch")]
public sealed record StatusPatch(
    string? Name = null,
    SystemStatus? SystemStatus = null,
    Channels? RestrictsContact = null,
    ImmutableArray<string>? AllowedRoles = null,
    bool? Enabled = null,
    int? Order = null);
