using System.Collections.Immutable;
using DncActors.Domain.Workflows;

namespace DncActors.Domain.Leads;

/// <summary>A lead: somebody whom the organization may want to contact, standing in one status of one workflow.</summary>
/// <param name="Id">Unique in the organization; the CRM's own, or made by us.</param>
/// <param name="Version">1 at its making, one more for each commit that touches the lead or one of its own entries: what a plan on the lead is fenced
/// by.</param>
/// <param name="RecordType">That of its workflow; fixed for ever.</param>
/// <param name="UserGroups">The user groups that hear of it.</param>
/// <param name="Attributes">A JSON object of the CRM's own, kept as it is.</param>
/// <param name="Flags">The executions that put it on the list and still hold.</param>
/// <param name="StatusBy">Who put it into its status, since <paramref name="StatusSince"/>.</param>
[GenerateSerializer, Immutable, Alias("dnc.Lead")]
public sealed record Lead(
    string Id,
    long Version,
    string RecordType,
    StatusRef At,
    string? Name,
    ImmutableArray<LeadContactPoint> ContactPoints,
    ImmutableArray<string> UserGroups,
    string Attributes,
    ImmutableArray<LeadFlag> Flags,
    DateTimeOffset CreatedAt,
    DateTimeOffset StatusSince,
    string StatusBy,
    Guid? ImportId);
