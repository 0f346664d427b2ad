using DncActors.Domain.Ledger;

namespace DncActors.Domain.Leads;

/// <summary>One step of the job that follows a change of what a status restricts.</summary>
/// <param name="Commit">What is to be written, or null where the leads are in line already.</param>
/// <param name="Leads">How many of the leads it covers, from the first: the others are for the next step.</param>
public sealed record StatusRestrictionPlan(Commit? Commit, int Leads);
