using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Workflows;

namespace DncActors.Domain.Leads;

/// <summary>An action that was run on a lead: the record that answers who, when, by which action, under which workflow version.</summary>
/// <param name="Id">Made from organization, lead and idempotency key: the same request is the same execution.</param>
/// <param name="At">When it was planned, by the node's clock.</param>
/// <param name="Actor">User id, or <c>key:…</c>.</param>
/// <param name="DncEntries">The entries it added, those by the new status included.</param>
/// <param name="RevokedEntries">The entries it revoked.</param>
/// <param name="UserGroups">The user groups that are told.</param>
/// <param name="OccurredAt">When the person asked, where the client knows better than <paramref name="At"/>.</param>
/// <param name="StillBlocked">After a removal: the lead's contact points that other entries still block.</param>
[GenerateSerializer, Immutable, Alias("dnc.Execution")]
public sealed record Execution(
    Guid Id,
    string LeadId,
    string ActionId,
    string ActionName,
    string Category,
    long WorkflowVersion,
    string Actor,
    DateTimeOffset At,
    StatusRef From,
    StatusRef To,
    bool AddsToDoNotContact,
    ImmutableArray<Guid> DncEntries,
    ImmutableArray<Guid> RevokedEntries,
    ImmutableArray<string> UserGroups,
    string? Note,
    string? Evidence,
    DateTimeOffset? OccurredAt,
    ImmutableArray<ContactPoint> StillBlocked);
