namespace DncActors.Domain.Audit;

/// <summary>Who was told of the list, or was not let in: all of one kind, by one caller, in one way, within about a minute.</summary>
/// <param name="Organization">Whose list; for callers whom no organization knows the first one.</param>
/// <param name="Actor">The user, <c>key:</c> and an id, or what little is known of a stranger.</param>
/// <param name="KeyId">The key that was used; null where it is nobody's.</param>
/// <param name="Reason">Why it failed or was cut; empty where it was not.</param>
/// <param name="Filters">The names of what was filtered by, in order; never a value.</param>
/// <param name="At">The first of them.</param>
/// <param name="Last">The last of them.</param>
/// <param name="Requests">How many.</param>
/// <param name="Items">How many entries or lines were told in all.</param>
[GenerateSerializer, Immutable, Alias("dnc.AccessRecord")]
public sealed record AccessRecord(
    Guid Id,
    string Organization,
    AccessKind Kind,
    string Actor,
    string? KeyId,
    string Reason,
    string Filters,
    DateTimeOffset At,
    DateTimeOffset Last,
    long Requests,
    long Items);
