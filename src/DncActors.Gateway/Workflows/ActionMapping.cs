using System.Collections.Immutable;
using DncActors.Client.Workflows;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Workflows;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.Workflows;

/// <summary>Actions, to and from the wire.</summary>
static class ActionMapping
{
    internal static Outcome<ActionDraft> Read(ActionRequest request)
    {
        var fields = new FieldReader();
        var draft = Read(fields, "", request);
        return fields.Make(draft);
    }

    /// <param name="under">The path of the action in the body, empty or ending with a dot.</param>
    internal static ActionDraft Read(FieldReader fields, string under, ActionRequest request)
    {
        var name = fields.Required(under + "name", request.Name);
        return new ActionDraft(
            name,
            fields.Required(under + "category", request.Category),
            request.Enabled ?? true,
            fields.Texts(under + "allowedRoles", request.AllowedRoles),
            fields.List(under + "operations", request.Operations, (field, operation) => OperationMapping.Read(fields, field, operation, name)),
            request.Order);
    }

    internal static Outcome<ImmutableArray<StatusRef>> ReadTargets(IReadOnlyList<ActionTargetRequest?>? targets)
    {
        var fields = new FieldReader();
        if (targets is null or []) fields.Wrong("targets", "targets is missing: write at least one, as {\"workflowId\":…,\"statusId\":…}.");
        var read = fields.List("targets", targets, (field, target) =>
            new StatusRef(fields.Required($"{field}.workflowId", target.WorkflowId), fields.Required($"{field}.statusId", target.StatusId)));
        return fields.Make(read);
    }

    internal static ActionModel ToModel(WorkflowAction action) => new()
    {
        Id = action.Id,
        Name = action.Name,
        Category = action.Category,
        Enabled = action.Enabled,
        AllowedRoles = action.AllowedRoles,
        Operations = [.. action.Operations.Select(OperationMapping.ToModel)],
        Order = action.Order,
    };
}
