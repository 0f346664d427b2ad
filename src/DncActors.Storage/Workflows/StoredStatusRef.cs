using DncActors.Domain.Workflows;

namespace DncActors.Storage.Workflows;

internal sealed record StoredStatusRef(string Workflow, string Status)
{
    public static StoredStatusRef Of(StatusRef at) => new(at.WorkflowId, at.StatusId);

    public StatusRef ToStatus() => new(Workflow, Status);
}
