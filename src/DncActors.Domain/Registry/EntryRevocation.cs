using DncActors.Domain.ContactPoints;

namespace DncActors.Domain.Registry;

/// <summary>An entry that a commit revokes; it must not be revoked yet, or the commit is a conflict.</summary>
[GenerateSerializer, Immutable, Alias("dnc.EntryRevocation")]
public sealed record EntryRevocation(Guid EntryId, ContactPoint Point, Channels Channels, EntrySource Source, Revocation Revocation);
