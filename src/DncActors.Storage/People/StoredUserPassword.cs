using DncActors.Domain.Ledger;
using DncActors.Domain.People;
using DncActors.Storage.Ledger;

namespace DncActors.Storage.People;

internal sealed record StoredUserPassword(string Id, long Version, bool Archived, string Hash) : StoredDocument(Id, Version, Archived)
{
    public static StoredUserPassword Of(UserPassword password) => new(password.Id, password.Version, password.Archived, password.Hash);

    public override Document ToDocument() => new UserPassword(Id, Version, Archived, Hash);
}
