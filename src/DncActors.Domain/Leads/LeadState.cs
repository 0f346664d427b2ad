using System.Collections.Immutable;
using DncActors.Domain.Registry;

namespace DncActors.Domain.Leads;

/// <summary>A lead with the entries that stem from it and are not revoked (expired ones included): what plans are made on.</summary>
/// <param name="Sequence">The last change of the lead or of its own entries.</param>
[GenerateSerializer, Immutable, Alias("dnc.LeadState")]
public sealed record LeadState(Lead Lead, ImmutableArray<DncEntry> Entries, long Sequence);
