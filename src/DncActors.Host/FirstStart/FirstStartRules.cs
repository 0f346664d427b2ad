using System.Collections.Immutable;
using DncActors.Domain.Identity;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.People;

namespace DncActors.Host.FirstStart;

/// <summary>What an empty store begins with: the organization <c>default</c> and its administrator's key, in one commit.</summary>
static class FirstStartRules
{
    /// <summary>The key's id.</summary>
    internal const string KeyId = "first";

    /// <summary>One id whatever the key: of two first starts at once, one is the first.</summary>
    internal static readonly Guid CommitId = StableId.Of("first-start", Organization.Default);

    const string Actor = "system:first-start";

    internal static Commit Plan(string key, DateTimeOffset now)
    {
        var organization = new Organization(Organization.Default, 1, false, "Default", OrganizationRules.DefaultRegion);
        var apiKey = ApiKeyRules.First(KeyId, key);
        ImmutableArray<Document> documents = [organization, apiKey];
        return new Commit
        {
            Id = CommitId,
            Fingerprint = StableId.Of("first-start", apiKey.Hash),
            Organization = Organization.Default,
            Actor = Actor,
            At = now,
            Documents = [.. documents.Select(document => new DocumentWrite(document, ExpectedVersion: 0))],
            Changes = [.. documents.Select(document => new ChangeDraft { Type = ChangeTypes.Of(document.Kind), Subject = document.Id, Document = document })],
        };
    }
}
