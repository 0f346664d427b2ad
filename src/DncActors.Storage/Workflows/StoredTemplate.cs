using DncActors.Domain.Ledger;
using DncActors.Domain.Workflows;
using DncActors.Storage.Ledger;

namespace DncActors.Storage.Workflows;

internal sealed record StoredTemplate(string Id, long Version, bool Archived, string Name, string RecordType, StoredAction Action)
    : StoredDocument(Id, Version, Archived)
{
    public static StoredTemplate Of(ActionTemplate template) => new(
        template.Id, template.Version, template.Archived, template.Name, template.RecordType, StoredAction.Of(template.Action));

    public override Document ToDocument() => new ActionTemplate(Id, Version, Archived, Name, RecordType, Action.ToAction());
}
