using DncActors.Domain.Ledger;
using DncActors.Domain.Registry;

namespace DncActors.Domain.Leads;

/// <summary>What the revocation of a lead's entry comes to.</summary>
/// <param name="Commit">What is to be written, or null where the entry was revoked before.</param>
/// <param name="Entry">The entry as it is then.</param>
/// <param name="After">The lead as it is then; its sequence is still the old one, until the ledger has given the commit its place.</param>
public sealed record LeadEntryDecision(Commit? Commit, DncEntry Entry, LeadState After);
