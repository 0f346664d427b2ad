using System.Collections.Concurrent;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.People;

namespace DncActors.Grains.Organizations;

/// <summary>The published documents of all organizations in this node's memory. One writer: the follower.</summary>
sealed class PublishedDocuments
{
    readonly ConcurrentDictionary<string, PublishedOrganization> _organizations = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<KeyHash, (string Organization, string KeyId)> _keys = new();

    /// <summary>What came before its organization, while an image is loaded in no order.</summary>
    readonly Dictionary<string, List<(Document Document, long Sequence)>> _early = new(StringComparer.Ordinal);

    public PublishedOrganization? Find(string organization) => _organizations.GetValueOrDefault(organization);

    /// <summary>The key with this hash, revoked or not.</summary>
    public bool TryFindKey(KeyHash hash, out (string Organization, string KeyId) key) => _keys.TryGetValue(hash, out key);

    public void Apply(string organization, Document document, long sequence)
    {
        if (_organizations.TryGetValue(organization, out var known))
        {
            var next = known.Documents.With(document, sequence);
            Set(organization, next);
            if (document is ApiKey key) Index(organization, known.Documents.ApiKeys.GetValueOrDefault(key.Id), next.ApiKeys[key.Id]);
            return;
        }
        if (document is Organization first) Begin(organization, first, sequence);
        else Early(organization).Add((document, sequence));
    }

    /// <summary>A session's key is given another secret for the next session: the last one's is forgotten.</summary>
    void Index(string organization, ApiKey? was, ApiKey now)
    {
        if (was is not null && was.Hash != now.Hash) _keys.TryRemove(KeyHash.Parse(was.Hash), out _);
        _keys[KeyHash.Parse(now.Hash)] = (organization, now.Id);
    }

    void Begin(string organization, Organization first, long sequence)
    {
        var documents = OrganizationDocuments.Of(first) with { Sequence = sequence };
        if (_early.Remove(organization, out var early)) documents = early.Aggregate(documents, (all, next) => all.With(next.Document, next.Sequence));
        Set(organization, documents);
        foreach (var key in documents.ApiKeys.Values) Index(organization, null, key);
    }

    void Set(string organization, OrganizationDocuments documents) => _organizations[organization] = new(documents);

    List<(Document Document, long Sequence)> Early(string organization) =>
        _early.TryGetValue(organization, out var early) ? early : _early[organization] = [];
}
