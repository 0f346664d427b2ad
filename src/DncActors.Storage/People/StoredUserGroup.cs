using DncActors.Domain.Ledger;
using DncActors.Domain.People;
using DncActors.Storage.Json;
using DncActors.Storage.Ledger;

namespace DncActors.Storage.People;

internal sealed record StoredUserGroup(string Id, long Version, bool Archived, string Name, string[]? RecordTypes) : StoredDocument(Id, Version, Archived)
{
    public static StoredUserGroup Of(UserGroup group) => new(group.Id, group.Version, group.Archived, group.Name, StoredText.List(group.RecordTypes));

    public override Document ToDocument() => new UserGroup(Id, Version, Archived, Name, StoredText.Items(RecordTypes));
}
