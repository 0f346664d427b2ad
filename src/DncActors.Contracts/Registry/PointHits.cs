using DncActors.Domain.ContactPoints;

namespace DncActors.Contracts.Registry;

/// <summary>How many checks of a channel a contact point's entries have blocked since the last count.</summary>
[GenerateSerializer, Immutable, Alias("dnc.PointHits")]
public readonly record struct PointHits(ContactPoint Point, Channels Channel, int Count, DateTimeOffset LastAt);
