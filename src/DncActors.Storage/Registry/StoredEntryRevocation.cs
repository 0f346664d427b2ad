using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;

namespace DncActors.Storage.Registry;

internal sealed record StoredEntryRevocation(Guid Entry, byte Kind, string Value, byte Channels, byte Source, StoredRevocation Revocation)
{
    public static StoredEntryRevocation Of(EntryRevocation revoked) => new(
        revoked.EntryId,
        (byte)revoked.Point.Kind,
        revoked.Point.Value,
        (byte)revoked.Channels,
        (byte)revoked.Source,
        StoredRevocation.Of(revoked.Revocation));

    public EntryRevocation ToRevocation() => new(
        Entry, new ContactPoint((ContactPointKind)Kind, Value), (Channels)Channels, (EntrySource)Source, Revocation.ToRevocation());
}
