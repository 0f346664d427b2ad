using DncActors.Domain.ContactPoints;

namespace DncActors.Domain.Leads;

/// <summary>A lead's phone or email: as it was read, and beside it what was typed.</summary>
[GenerateSerializer, Immutable, Alias("dnc.LeadContactPoint")]
public sealed record LeadContactPoint(ContactPoint Point, string Typed, string? Label, bool Primary);
