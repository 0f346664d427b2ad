using DncActors.Domain.Ledger;
using DncActors.Domain.People;
using DncActors.Storage.Json;
using DncActors.Storage.Ledger;

namespace DncActors.Storage.People;

internal sealed record StoredApiKey(
    string Id, long Version, bool Archived, string Name, string? Role, string? User, bool ActsForUsers, string Hash, string Hint, long? ExpiresAt)
    : StoredDocument(Id, Version, Archived)
{
    public static StoredApiKey Of(ApiKey key) => new(
        key.Id, key.Version, key.Archived, key.Name, key.Role, key.UserId, key.ActsForUsers, key.Hash, key.Hint, key.ExpiresAt?.UtcTicks);

    public override Document ToDocument() => new ApiKey(
        Id, Version, Archived, Name, Role, User, ActsForUsers, Hash, Hint, StoredText.Time(ExpiresAt));
}
