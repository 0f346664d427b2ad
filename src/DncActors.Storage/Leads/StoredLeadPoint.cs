using DncActors.Domain.ContactPoints;
using DncActors.Domain.Leads;

namespace DncActors.Storage.Leads;

internal sealed record StoredLeadPoint(byte Kind, string Value, string Typed, string? Label, bool Primary)
{
    public static StoredLeadPoint Of(LeadContactPoint point) => new((byte)point.Point.Kind, point.Point.Value, point.Typed, point.Label, point.Primary);

    public LeadContactPoint ToPoint() => new(new ContactPoint((ContactPointKind)Kind, Value), Typed, Label, Primary);
}
