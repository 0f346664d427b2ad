using DncActors.Domain.ContactPoints;

namespace DncActors.Domain.Registry;

/// <summary>Which entries; what is null asks nothing.</summary>
/// <param name="Channels">Entries that block at least one of these.</param>
/// <param name="ActiveOn">Entries that were in force at that time.</param>
[GenerateSerializer, Immutable, Alias("dnc.EntryQuery")]
public sealed record EntryQuery(
    ContactPoint? Point = null,
    EntrySource? Source = null,
    Channels? Channels = null,
    DateTimeOffset? ActiveOn = null,
    string? LeadId = null,
    Guid? ImportId = null);
