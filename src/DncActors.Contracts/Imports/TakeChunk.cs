using System.Collections.Immutable;
using DncActors.Domain.Outcomes;

namespace DncActors.Contracts.Imports;

/// <summary>Takes in one chunk of an import, at its turn.</summary>
/// <param name="number">How many chunks of the import came before.</param>
/// <returns>For each draft why it is refused, or null; or why the import stops before this chunk.</returns>
public delegate Task<Outcome<ImmutableArray<Refusal?>>> TakeChunk<T>(int number, ImmutableArray<T> drafts, ChunkTurn turn);
