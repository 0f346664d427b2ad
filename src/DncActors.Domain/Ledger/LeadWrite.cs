using DncActors.Domain.Leads;

namespace DncActors.Domain.Ledger;

/// <summary>A lead as it is to be.</summary>
/// <param name="ExpectedVersion">The version that was planned with; 0 for a lead that must not be there yet.</param>
/// <param name="ContactPointsChanged">Whether the rows that find leads by contact point must be written again.</param>
[GenerateSerializer, Immutable, Alias("dnc.LeadWrite")]
public sealed record LeadWrite(Lead Lead, long ExpectedVersion, bool ContactPointsChanged);
