using DncActors.Domain.Outcomes;

namespace DncActors.Contracts.Imports;

/// <summary>A chunk of an import that was begun.</summary>
/// <param name="InTheRecord">Null as soon as it is known to be committed, at the latest with <paramref name="Taken"/>: the next may be. Else why the import
/// stops before it.</param>
/// <param name="Taken">Null when what was accepted of it, and of all before, is known to every node; else why the import stops before it.</param>
sealed record ChunkOnItsWay(Task<Refusal?> InTheRecord, Task<Refusal?> Taken)
{
    /// <summary>Before the first.</summary>
    public static readonly ChunkOnItsWay Nothing = new(Task.FromResult<Refusal?>(null), Task.FromResult<Refusal?>(null));
}
