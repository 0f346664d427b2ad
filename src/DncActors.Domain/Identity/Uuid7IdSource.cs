using System.Diagnostics.CodeAnalysis;

namespace DncActors.Domain.Identity;

/// <summary>UUIDs of version 7 (RFC 9562): 48 bits of time, 74 random bits.</summary>
public sealed class Uuid7IdSource : IdSource
{
    [SuppressMessage("ApiDesign", "RS0030", Justification = "The one place that ids come from.")]
    public override Guid Next(DateTimeOffset now) => Guid.CreateVersion7(now);
}
