using DncActors.Client.Workflows;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Workflows;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.Workflows;

/// <summary>Workflows, to and from the wire.</summary>
static class WorkflowMapping
{
    internal static Outcome<WorkflowDraft> Read(CreateWorkflowRequest request)
    {
        var fields = new FieldReader();
        var draft = new WorkflowDraft(fields.Required("name", request.Name), fields.Required("recordType", request.RecordType));
        return fields.Make(draft);
    }

    internal static Outcome<WorkflowPatch> Read(PatchWorkflowRequest request)
    {
        var fields = new FieldReader();
        var patch = new WorkflowPatch(fields.Sent("name", request.Name, fields.Required));
        return fields.Make(patch);
    }

    internal static WorkflowModel ToModel(Workflow workflow) => new()
    {
        Id = workflow.Id,
        Name = workflow.Name,
        RecordType = workflow.RecordType,
        Version = workflow.Version,
        Archived = workflow.Archived,
        Statuses = [.. workflow.Statuses.OrderBy(s => s.Order).Select(StatusMapping.ToModel)],
    };
}
