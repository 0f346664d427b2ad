using DncActors.Domain.Ledger;

namespace DncActors.Grains.Deciding;

/// <summary>What a plan comes to.</summary>
/// <param name="Commit">What is to be written, or null where nothing changes.</param>
/// <param name="Answer">What to answer once it is written.</param>
readonly record struct Decision<T>(Commit? Commit, T Answer);
