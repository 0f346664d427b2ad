using DncActors.Domain.ContactPoints;

namespace DncActors.Domain.Leads;

/// <summary>A lead's phone or email as somebody typed it; it is read where the lead is planned.</summary>
[GenerateSerializer, Immutable, Alias("dnc.ContactPointDraft")]
public sealed record ContactPointDraft(ContactPointKind Kind, string Value, string? Label, bool Primary)
{
    /// <summary>It shows itself nowhere.</summary>
    public override string ToString() => nameof(ContactPointDraft);
}
