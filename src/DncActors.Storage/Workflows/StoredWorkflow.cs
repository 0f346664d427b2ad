using DncActors.Domain.Ledger;
using DncActors.Domain.Workflows;
using DncActors.Storage.Json;
using DncActors.Storage.Ledger;

namespace DncActors.Storage.Workflows;

internal sealed record StoredWorkflow(string Id, long Version, bool Archived, string Name, string RecordType, StoredStatus[]? Statuses)
    : StoredDocument(Id, Version, Archived)
{
    public static StoredWorkflow Of(Workflow workflow) => new(
        workflow.Id, workflow.Version, workflow.Archived, workflow.Name, workflow.RecordType, StoredText.List(workflow.Statuses, StoredStatus.Of));

    public override Document ToDocument() => new Workflow(Id, Version, Archived, Name, RecordType, StoredText.Items(Statuses, s => s.ToStatus()));
}
