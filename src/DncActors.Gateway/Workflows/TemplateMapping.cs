using DncActors.Client.Workflows;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Workflows;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.Workflows;

/// <summary>Action templates, to and from the wire.</summary>
static class TemplateMapping
{
    internal static Outcome<TemplateDraft> Read(TemplateRequest request)
    {
        var fields = new FieldReader();
        var name = fields.Required("name", request.Name);
        var recordType = fields.Required("recordType", request.RecordType);
        if (request.Action is null) fields.Wrong("action", "action is missing: write the action, as for a status.");
        var action = request.Action is null ? null : ActionMapping.Read(fields, "action.", request.Action);
        return fields.Make(new TemplateDraft(name, recordType, action!));
    }

    internal static TemplateModel ToModel(ActionTemplate template) => new()
    {
        Id = template.Id,
        Name = template.Name,
        RecordType = template.RecordType,
        Action = new TemplateActionModel
        {
            Name = template.Action.Name,
            Category = template.Action.Category,
            Enabled = template.Action.Enabled,
            AllowedRoles = template.Action.AllowedRoles,
            Operations = [.. template.Action.Operations.Select(OperationMapping.ToModel)],
        },
        Version = template.Version,
    };
}
