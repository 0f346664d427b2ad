using DncActors.Domain.ContactPoints;

namespace DncActors.Domain.Registry;

/// <summary>One thing that blocks a contact point. What is not known (in time) is null: an explanation that is missing is no error.</summary>
/// <param name="Code"><c>dnc.entry</c>, or <c>lead.status</c> for what stems from the status of a lead.</param>
/// <param name="Until">Null: for good.</param>
[GenerateSerializer, Immutable, Alias("dnc.VerdictReason")]
public sealed record VerdictReason(
    string Code,
    Guid? EntryId,
    EntrySource? Source,
    Channels Channels,
    DateTimeOffset? Since,
    DateTimeOffset? Until,
    string? By,
    string? LeadId,
    Guid? ExecutionId,
    string? Detail);
