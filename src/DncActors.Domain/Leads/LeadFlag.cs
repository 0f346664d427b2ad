using DncActors.Domain.ContactPoints;
using DncActors.Domain.Workflows;

namespace DncActors.Domain.Leads;

/// <summary>An execution put this lead on the Do Not Contact list, and was not taken back.</summary>
/// <param name="ContactPoints">With <see cref="ContactPointSelection.All"/>, contact points that the lead gets later inherit the block.</param>
/// <param name="By">User id, or <c>key:…</c>.</param>
[GenerateSerializer, Immutable, Alias("dnc.LeadFlag")]
public sealed record LeadFlag(
    Guid ExecutionId,
    Channels Channels,
    ContactPointSelection ContactPoints,
    string Reason,
    DateTimeOffset Since,
    string By,
    DateTimeOffset? ExpiresAt)
{
    public bool InForce(DateTimeOffset now) => ExpiresAt is null || ExpiresAt > now;
}
