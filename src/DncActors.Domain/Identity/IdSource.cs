namespace DncActors.Domain.Identity;

/// <summary>Where new ids come from, so that a test decides them.</summary>
public abstract class IdSource
{
    /// <summary>A new id; later ones sort behind earlier ones (UUIDv7), which keeps an index's inserts at its end.</summary>
    public abstract Guid Next(DateTimeOffset now);
}
