using DncActors.Domain.Workflows;

namespace DncActors.Domain.Reports;

/// <summary>The leads that stand in a status.</summary>
/// <param name="DoNotContact">Those of them that are flagged.</param>
[GenerateSerializer, Immutable, Alias("dnc.LeadCountRow")]
public sealed record LeadCountRow(StatusRef At, long Leads, long DoNotContact);
