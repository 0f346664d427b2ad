using DncActors.Domain.ContactPoints;

namespace DncActors.Domain.Registry;

/// <summary>An entry as somebody asks for it.</summary>
/// <param name="Point">As it was read.</param>
[GenerateSerializer, Immutable, Alias("dnc.EntryDraft")]
public sealed record EntryDraft(ContactPoint Point, Channels Channels, string Reason, DateTimeOffset? ExpiresAt, EntrySource Source)
{
    /// <summary>Orleans logs the arguments of a call that got no answer: no reason, in which people write phones and emails.</summary>
    public override string ToString() => nameof(EntryDraft);
}
