using DncActors.Domain.ContactPoints;

namespace DncActors.Domain.Registry;

/// <summary>
/// A fact: this contact point is not to be contacted on these channels. Added once, revoked at most once, expiring by its own date; never changed otherwise.
/// </summary>
/// <param name="Channels">At least one, and only ones of the contact point's kind.</param>
/// <param name="LeadId">The lead it stems from (action, leadStatus), or null.</param>
/// <param name="ExecutionId">The execution it stems from, or null.</param>
/// <param name="AddedBy">User id, or <c>key:…</c>.</param>
/// <param name="ExpiresAt">From then on it blocks no more; null for never.</param>
/// <param name="ImportId">The import that it came with, or null.</param>
[GenerateSerializer, Immutable, Alias("dnc.DncEntry")]
public sealed record DncEntry(
    Guid Id,
    ContactPoint Point,
    Channels Channels,
    EntrySource Source,
    string Reason,
    string? LeadId,
    Guid? ExecutionId,
    string AddedBy,
    DateTimeOffset AddedAt,
    DateTimeOffset? ExpiresAt,
    Guid? ImportId,
    Revocation? Revoked)
{
    public bool InForce(DateTimeOffset now) => Revoked is null && (ExpiresAt is null || ExpiresAt > now);

    /// <summary>Orleans logs the arguments of a call that got no answer: no reason, in which people write phones and emails.</summary>
    public override string ToString() => $"{nameof(DncEntry)} {Id}";
}
