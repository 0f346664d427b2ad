using System.Collections.Immutable;
using DncActors.Contracts.Organizations;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;
using DncActors.Domain.Workflows;
using DncActors.Grains.Deciding;

namespace DncActors.Grains.Organizations;

/// <summary>How an organization begins.</summary>
static class OrganizationCommits
{
    /// <summary>The id of the key that an organization is made with.</summary>
    public const string FirstKeyId = "first";

    /// <summary>The organization and its first administrator's key, in one commit.</summary>
    public static Outcome<Decision<OrganizationMade>> Make(Request request, OrganizationDraft draft, string id, string secret, DateTimeOffset now)
    {
        var made = OrganizationRules.Make(draft, id);
        if (!made.Ok) return made.Refusal;
        var key = ApiKeyRules.First(FirstKeyId, secret);
        ImmutableArray<Document> documents = [made.Value, key];
        var commit = DocumentCommits.Of(request, OrganizationDocuments.Of(made.Value), documents, EditGuards.None, now, DocumentCommits.Reply(made.Value));
        return new Decision<OrganizationMade>(commit, new(made.Value, new(key, secret)));
    }
}
