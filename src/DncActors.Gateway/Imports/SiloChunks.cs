using System.Collections.Immutable;
using DncActors.Contracts.Imports;
using DncActors.Domain.Outcomes;
using DncActors.Gateway.Silos;

namespace DncActors.Gateway.Imports;

/// <summary>Sends a chunk of an import to a silo, and to another where no answer comes: the same chunk is the same commit.</summary>
static class SiloChunks
{
    const int MostTries = 3;

    internal static async Task<Outcome<ImmutableArray<Refusal?>>> TakeAsync(ChunkTurn turn, Func<Task<Outcome<ImmutableArray<Refusal?>>>> take)
    {
        if (await turn.Before is { } stopped) return stopped;
        for (var tries = 1; ; tries++)
        {
            try
            {
                var taken = await take();
                if (taken.Refusal is not { Code: RefusalCode.Unavailable } || tries == MostTries) return taken;
            }
            catch (Exception fault) when (SiloCalls.Passes(fault))
            {
                if (tries == MostTries) return Unknown();
            }
        }
    }

    static Refusal Unknown() => Refusal.Unavailable(
        "ledger.unknown", "It is not known whether the next lines are in. Send the same import again with the same Idempotency-Key: each line is taken once.");
}
