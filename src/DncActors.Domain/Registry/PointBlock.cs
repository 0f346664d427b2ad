using DncActors.Domain.ContactPoints;

namespace DncActors.Domain.Registry;

/// <summary>What one contact point's entries amount to, after the change that carries this.</summary>
[GenerateSerializer, Immutable, Alias("dnc.PointBlock")]
public readonly record struct PointBlock(ContactPoint Point, BlockedUntil Until);
