using DncActors.Domain.Ledger;

namespace DncActors.Domain.Leads;

/// <summary>What a load found, from one snapshot.</summary>
/// <param name="State">The lead, or null where there is none.</param>
/// <param name="Found">The commit that was asked for, or null.</param>
/// <param name="Execution">The execution of that commit where it was one.</param>
[GenerateSerializer, Immutable, Alias("dnc.LoadedLead")]
public sealed record LoadedLead(LeadState? State, FoundCommit? Found, Execution? Execution);
