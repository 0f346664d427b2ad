using System.Text.Json;
using DncActors.Client.ContactPoints;
using DncActors.Client.Leads;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Leads;
using DncActors.Domain.Workflows;
using DncActors.Gateway.ContactChecks;
using DncActors.Gateway.Registry;

namespace DncActors.Gateway.Leads;

/// <summary>Leads, as they are told.</summary>
static class LeadMapping
{
    /// <param name="status">Where it stands; null where that is not known.</param>
    /// <param name="covered">The contact points (of any lead) that entries in force block.</param>
    internal static LeadModel ToModel(Lead lead, Status? status, IReadOnlySet<ContactPoint> covered, DateTimeOffset now) => new()
    {
        Id = lead.Id,
        RecordType = lead.RecordType,
        WorkflowId = lead.At.WorkflowId,
        StatusId = lead.At.StatusId,
        Name = lead.Name,
        ContactPoints = [.. lead.ContactPoints.Select(ToModel)],
        UserGroups = lead.UserGroups,
        Attributes = JsonElement.Parse(lead.Attributes),
        DoNotContact = ToDoNotContact(lead, status, covered, now),
        Version = lead.Version,
        CreatedAt = lead.CreatedAt,
        StatusSince = lead.StatusSince,
        StatusBy = lead.StatusBy,
        ImportId = lead.ImportId?.ToString(),
    };

    /// <summary>Flagged by an execution that holds, or else by the status; what an execution did is told first, because it names a person's wish.</summary>
    internal static LeadDoNotContactModel ToDoNotContact(Lead lead, Status? status, IReadOnlySet<ContactPoint> covered, DateTimeOffset now)
    {
        LeadFlag[] flags = [.. lead.Flags.Where(f => f.InForce(now)).OrderBy(f => f.Since)];
        var byStatus = status?.RestrictsContact ?? Channels.None;
        var first = flags.FirstOrDefault();
        return new LeadDoNotContactModel
        {
            Flagged = first is not null || byStatus != Channels.None,
            Channels = ChannelWords.NamesOf(flags.Aggregate(byStatus, (all, flag) => all | flag.Channels)),
            Since = first?.Since ?? (byStatus != Channels.None ? lead.StatusSince : null),
            By = first?.By ?? (byStatus != Channels.None ? lead.StatusBy : null),
            ExecutionId = first?.ExecutionId.ToString(),
            Covered = [.. lead.ContactPoints.Select(p => p.Point).Where(covered.Contains).Select(p => p.Value)],
        };
    }

    static ContactPointModel ToModel(LeadContactPoint point) => new()
    {
        Kind = EntryWords.Kinds.Of(point.Point.Kind),
        Value = point.Point.Value,
        Typed = point.Typed,
        Label = point.Label,
        Primary = point.Primary,
    };
}
