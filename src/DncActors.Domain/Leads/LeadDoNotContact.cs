using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;

namespace DncActors.Domain.Leads;

/// <summary>Whether a lead wishes no contact, and which of its contact points are blocked for any reason.</summary>
/// <param name="Flagged">An execution on the lead that was not taken back, or its status, asks for no contact.</param>
/// <param name="Channels">On which channels they ask for it.</param>
/// <param name="Since">Since when; null where it is not flagged. The first execution is named before the status, because it tells of a person's wish. So
/// are <paramref name="By"/> and <paramref name="ExecutionId"/>.</param>
/// <param name="Covered">The lead's contact points that any entry in force blocks on any channel, whoever put it there.</param>
public sealed record LeadDoNotContact(
    bool Flagged,
    Channels Channels,
    DateTimeOffset? Since,
    string? By,
    Guid? ExecutionId,
    ImmutableArray<ContactPoint> Covered);
