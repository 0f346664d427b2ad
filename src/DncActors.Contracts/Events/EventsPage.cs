using System.Collections.Immutable;
using DncActors.Domain.Ledger;

namespace DncActors.Contracts.Events;

/// <summary>A part of a stream.</summary>
/// <param name="Changes">In order; may be empty.</param>
/// <param name="Reached">Where the stream goes on: everything of it up to here is in this part or one before. Never below where the part began.</param>
[GenerateSerializer, Immutable, Alias("dnc.EventsPage")]
public sealed record EventsPage(ImmutableArray<Change> Changes, long Reached)
{
    /// <summary>A part ends with the change that reaches this weight, one for each change and one for each entry that it carries.</summary>
    public const int MostWeight = 10_000;
}
