using System.Collections.Immutable;
using DncActors.Domain.Ledger;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Imports;

/// <summary>What a chunk of an import comes to.</summary>
/// <param name="Commit">The accepted lines as one commit; null where no line is accepted.</param>
/// <param name="Refusals">For each line, in order: why it is refused, or null where it is accepted.</param>
public sealed record ImportPlan(Commit? Commit, ImmutableArray<Refusal?> Refusals)
{
    public int Accepted => Refusals.Count(r => r is null);
}
