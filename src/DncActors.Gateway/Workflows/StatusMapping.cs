using DncActors.Client.Workflows;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Workflows;
using DncActors.Gateway.ContactChecks;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.Workflows;

/// <summary>Statuses, to and from the wire.</summary>
static class StatusMapping
{
    internal static Outcome<StatusDraft> Read(CreateStatusRequest request)
    {
        var fields = new FieldReader();
        var draft = new StatusDraft(
            fields.Required("name", request.Name),
            fields.Word("systemStatus", request.SystemStatus, WorkflowWords.SystemStatuses),
            fields.ChannelSet("restrictsContact", request.RestrictsContact),
            fields.Texts("allowedRoles", request.AllowedRoles),
            request.Enabled ?? true,
            request.Order);
        return fields.Make(draft);
    }

    internal static Outcome<StatusPatch> Read(PatchStatusRequest request)
    {
        var fields = new FieldReader();
        var patch = new StatusPatch(
            fields.Sent("name", request.Name, fields.Required),
            fields.SentAs("systemStatus", request.SystemStatus, (field, word) => fields.Word(field, word, WorkflowWords.SystemStatuses)),
            fields.SentAs("restrictsContact", request.RestrictsContact, fields.ChannelSet),
            fields.SentAs("allowedRoles", request.AllowedRoles, fields.Texts),
            fields.SentValue("enabled", request.Enabled),
            fields.SentValue("order", request.Order));
        return fields.Make(patch);
    }

    internal static StatusModel ToModel(Status status) => new()
    {
        Id = status.Id,
        Name = status.Name,
        SystemStatus = WorkflowWords.SystemStatuses.Of(status.SystemStatus),
        RestrictsContact = ChannelWords.NamesOf(status.RestrictsContact),
        AllowedRoles = status.AllowedRoles,
        Enabled = status.Enabled,
        Archived = status.Archived,
        Order = status.Order,
        Actions = [.. status.Actions.OrderBy(a => a.Order).Select(ActionMapping.ToModel)],
    };

    internal static StatusReference ToModel(StatusRef at) => new() { WorkflowId = at.WorkflowId, StatusId = at.StatusId };
}
