using DncActors.Domain.Ledger;

namespace DncActors.Domain.Leads;

/// <summary>What a plan on a lead comes to.</summary>
/// <param name="Commit">What is to be written, or null where nothing changes.</param>
/// <param name="After">The lead as it is then; its sequence is still the old one, until the ledger has given the commit its place.</param>
public sealed record LeadDecision(Commit? Commit, LeadState After);
