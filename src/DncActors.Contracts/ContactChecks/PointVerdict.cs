using DncActors.Domain.ContactPoints;

namespace DncActors.Contracts.ContactChecks;

/// <summary>The verdict of one of a lead's contact points.</summary>
[GenerateSerializer, Immutable, Alias("dnc.PointVerdict")]
public readonly record struct PointVerdict(ContactPoint Point, CheckVerdict Verdict);
