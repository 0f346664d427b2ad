using DncActors.Domain.Ledger;
using DncActors.Domain.People;
using DncActors.Storage.Json;
using DncActors.Storage.Ledger;

namespace DncActors.Storage.People;

internal sealed record StoredUser(string Id, long Version, bool Archived, string Name, string[]? Roles, string[]? UserGroups, string? Login)
    : StoredDocument(Id, Version, Archived)
{
    public static StoredUser Of(User user) => new(
        user.Id, user.Version, user.Archived, user.Name, StoredText.List(user.Roles), StoredText.List(user.UserGroups), user.Login);

    public override Document ToDocument() => new User(Id, Version, Archived, Name, StoredText.Items(Roles), StoredText.Items(UserGroups), Login);
}
