using System.Collections.Immutable;
using DncActors.Domain.Registry;

namespace DncActors.Contracts.ContactChecks;

/// <summary>May this lead be reached by this channel now?</summary>
/// <param name="Verdict">Allowed when it has a contact point of the channel and none of them is blocked; unsure: 503. Invalid when it has none: not
/// allowed.</param>
/// <param name="Points">Its contact points of that channel.</param>
/// <param name="ByStatus">Why its status alone blocks it; null where that does not.</param>
/// <param name="AsOf">The sequence that the answer is up to.</param>
[GenerateSerializer, Immutable, Alias("dnc.LeadVerdict")]
public sealed record LeadVerdict(
    string LeadId, CheckVerdict Verdict, ImmutableArray<PointVerdict> Points, long AsOf, long NowMilliseconds, VerdictReason? ByStatus = null);
