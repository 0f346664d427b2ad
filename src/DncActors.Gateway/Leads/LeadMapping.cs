using System.Text.Json;
using DncActors.Client.ContactPoints;
using DncActors.Client.Leads;
using DncActors.Domain.Leads;
using DncActors.Gateway.ContactChecks;
using DncActors.Gateway.Registry;

namespace DncActors.Gateway.Leads;

/// <summary>Leads, as they are told.</summary>
static class LeadMapping
{
    internal static LeadModel ToModel(Lead lead, LeadDoNotContact doNotContact) => new()
    {
        Id = lead.Id,
        RecordType = lead.RecordType,
        WorkflowId = lead.At.WorkflowId,
        StatusId = lead.At.StatusId,
        Name = lead.Name,
        ContactPoints = [.. lead.ContactPoints.Select(ToModel)],
        UserGroups = lead.UserGroups,
        Attributes = JsonElement.Parse(lead.Attributes),
        DoNotContact = ToModel(doNotContact),
        Version = lead.Version,
        CreatedAt = lead.CreatedAt,
        StatusSince = lead.StatusSince,
        StatusBy = lead.StatusBy,
        ImportId = lead.ImportId?.ToString(),
    };

    static LeadDoNotContactModel ToModel(LeadDoNotContact doNotContact) => new()
    {
        Flagged = doNotContact.Flagged,
        Channels = ChannelWords.NamesOf(doNotContact.Channels),
        Since = doNotContact.Since,
        By = doNotContact.By,
        ExecutionId = doNotContact.ExecutionId?.ToString(),
        Covered = [.. doNotContact.Covered.Select(p => p.Value)],
    };

    static ContactPointModel ToModel(LeadContactPoint point) => new()
    {
        Kind = EntryWords.Kinds.Of(point.Point.Kind),
        Value = point.Point.Value,
        Typed = point.Typed,
        Label = point.Label,
        Primary = point.Primary,
    };
}
