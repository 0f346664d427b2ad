using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;

namespace DncActors.Grains.Deciding;

/// <summary>How an edit of published documents is made: planned with what this node knows, fenced by versions, repeated from the version that it
/// published.</summary>
sealed class DocumentEdits(DecisionLoop loop, IPublishedDocuments documents, IDocumentStore store)
{
    /// <param name="plan">With the organization's documents.</param>
    /// <param name="repeat">The answer of a commit that is there, from what it kept.</param>
    public Task<Outcome<T>> RunAsync<T>(
        Request request, Func<OrganizationDocuments, ValueTask<Outcome<Decision<T>>>> plan, Func<string?, ValueTask<Outcome<T>>> repeat, Action inDoubt) =>
        loop.RunAsync(
            request,
            async () => await documents.FindAsync(request.Organization) is { } published
                ? await plan(published)
                : Refusal.NotFound("organization", request.Organization),
            repeat,
            inDoubt);

    /// <summary>The version that a commit published, from its reply.</summary>
    public async ValueTask<Outcome<T>> ReadAsync<T>(string organization, DocumentKind kind, string id, long version)
        where T : Document =>
        await store.ReadVersionAsync(organization, kind, id, version, CancellationToken.None) is T document ? document : Refusal.NotFound("version", id);
}
