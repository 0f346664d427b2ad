using DncActors.Domain.Ledger;
using DncActors.Domain.Outcomes;

namespace DncActors.Contracts.Imports;

/// <summary>When a chunk of an import may go into the record: behind the one before it.</summary>
/// <param name="Before">Null when the one before is in; else why the import stops there: then nothing of this one is to go in.</param>
/// <param name="Durable">To be told as soon as this one is in, so that the next may follow; may be left to the answer.</param>
public sealed record ChunkTurn(Task<Refusal?> Before, Action Durable)
{
    /// <summary>The same as the ledger has it.</summary>
    public CommitTurn ToCommit() => new(ComesAsync(), Durable);

    async Task<bool> ComesAsync() => await Before.ConfigureAwait(false) is null;
}
