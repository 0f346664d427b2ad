using DncActors.Domain.Ledger;

namespace DncActors.Domain.Leads;

/// <summary>What the plan of an execution comes to.</summary>
/// <param name="Execution">The record of it, which is in the commit too.</param>
/// <param name="After">The lead as it is then; its sequence is still the old one, until the ledger has given the commit its place.</param>
public sealed record ExecutionDecision(Commit Commit, Execution Execution, LeadState After);
