using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;

namespace DncActors.Domain.Workflows;

/// <summary>A place in a workflow where leads stand.</summary>
/// <param name="Id">Unique in its workflow.</param>
/// <param name="RestrictsContact">The channels on which a lead that stands here is not contactable.</param>
/// <param name="AllowedRoles">The roles that may work with leads here: any suffices, empty means everybody.</param>
/// <param name="Order">The place among the workflow's statuses; ties are broken by the list's order.</param>
/// <param name="Actions">In order.</param>
[GenerateSerializer, Immutable, Alias("dnc.Status")]
public sealed record Status(
    string Id,
    string Name,
    SystemStatus SystemStatus,
    Channels RestrictsContact,
    ImmutableArray<string> AllowedRoles,
    bool Enabled,
    bool Archived,
    int Order,
    ImmutableArray<WorkflowAction> Actions)
{
    /// <summary>Leads may be put here, and its actions are offered.</summary>
    public bool InUse => Enabled && !Archived;
}
