using System.Collections.Immutable;
using DncActors.Domain.Registry;

namespace DncActors.Domain.Ledger;

/// <summary>One line of the log: the audit, the feed and what every cache follows. Sequence order is commit order; gaps occur, late arrivals cannot.</summary>
/// <param name="Blocks">For every contact point of <see cref="ChangeDraft.Added"/> and <see cref="ChangeDraft.Revoked"/>: what its entries amount to after the
/// commit.</param>
[GenerateSerializer, Immutable, Alias("dnc.Change")]
public sealed record Change(
    long Sequence,
    Guid CommitId,
    string Organization,
    DateTimeOffset At,
    string Actor,
    ChangeDraft What,
    ImmutableArray<PointBlock> Blocks);
