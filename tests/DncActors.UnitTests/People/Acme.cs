using System.Collections.Immutable;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.People;

namespace DncActors.UnitTests.People;

/// <summary>A small organization to try rules on.</summary>
static class Acme
{
    public static readonly OrganizationDocuments Empty = OrganizationDocuments.Of(new Organization("acme", 1, false, "Acme", "US"));

    public static OrganizationDocuments With(params ReadOnlySpan<Document> documents)
    {
        var all = Empty;
        foreach (var document in documents)
        {
            all = all.With(document, all.Sequence + 1);
        }
        return all;
    }

    public static User User(string id, params ImmutableArray<string> roles) => new(id, 1, false, id, roles, []);

    public static Role Role(string id, Permissions permissions) => new(id, 1, false, id, permissions, false);

    public static ApiKey Key(string id, string? role, string? userId = null) => new(id, 1, false, id, role, userId, false, ApiKeyRules.HashOf(id), "");
}
