using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;

namespace DncActors.Storage.Ledger;

/// <summary>What a contact point's entries amounted to after a change. A channel that is not blocked is 0 and left out.</summary>
internal readonly record struct StoredBlock(byte Kind, string Value, long Call, long Sms, long Email)
{
    public static StoredBlock Of(PointBlock block) => new((byte)block.Point.Kind, block.Point.Value, block.Until.Call, block.Until.Sms, block.Until.Email);

    public PointBlock ToBlock() => new(new ContactPoint((ContactPointKind)Kind, Value), new BlockedUntil(Call, Sms, Email));
}
