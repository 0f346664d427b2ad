using DncActors.Domain.Leads;
using DncActors.Domain.Workflows;
using DncActors.Storage.Json;

namespace DncActors.Storage.Leads;

/// <summary>What a lead's row holds beside its columns.</summary>
internal sealed record StoredLead(StoredLeadPoint[]? ContactPoints, string[]? UserGroups, StoredFlag[]? Flags, long StatusSince, string StatusBy)
{
    public static StoredLead Of(Lead lead) => new(
        StoredText.List(lead.ContactPoints, StoredLeadPoint.Of),
        StoredText.List(lead.UserGroups),
        StoredText.List(lead.Flags, StoredFlag.Of),
        lead.StatusSince.UtcTicks,
        lead.StatusBy);

    public Lead ToLead(
        string id, long version, string recordType, StatusRef at, string? name, string attributes, DateTimeOffset createdAt, Guid? importId) => new(
        id,
        version,
        recordType,
        at,
        name,
        StoredText.Items(ContactPoints, p => p.ToPoint()),
        StoredText.Items(UserGroups),
        attributes,
        StoredText.Items(Flags, f => f.ToFlag()),
        createdAt,
        StoredText.Time(StatusSince),
        StatusBy,
        importId);
}
