using DncActors.Domain.ContactPoints;

namespace DncActors.Storage.ContactPoints;

/// <summary>A contact point inside another record. A phone's kind is 0 and is left out.</summary>
internal readonly record struct StoredPoint(byte Kind, string Value)
{
    public static StoredPoint Of(ContactPoint point) => new((byte)point.Kind, point.Value);

    public ContactPoint ToPoint() => new((ContactPointKind)Kind, Value);
}
