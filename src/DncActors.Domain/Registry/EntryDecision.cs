using DncActors.Domain.Ledger;

namespace DncActors.Domain.Registry;

/// <summary>What a plan on one entry comes to.</summary>
/// <param name="Commit">What is to be written, or null where the entry is so already.</param>
/// <param name="Entry">The entry as it is then.</param>
public sealed record EntryDecision(Commit? Commit, DncEntry Entry);
