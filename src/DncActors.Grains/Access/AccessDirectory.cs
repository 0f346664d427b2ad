using DncActors.Contracts.Access;
using DncActors.Grains.Following;
using DncActors.Grains.Organizations;

namespace DncActors.Grains.Access;

/// <summary>Turns keys into callers from this node's memory. Without a lease nobody is let in: the revocation of a key may be acknowledged that this node
/// has not heard of.</summary>
sealed class AccessDirectory(PublishedDocuments documents, INodeLease lease) : IAccessDirectory
{
    static readonly AccessAnswer Unknown = new(null, AccessDenial.UnknownKey);

    public ValueTask<AccessAnswer> ResolveAsync(ReadOnlyMemory<byte> keyHash, string? actingUserId)
    {
        var test = lease.Test();
        if (!test.Holds) return new(new AccessAnswer(null, AccessDenial.NotReady));
        var hash = KeyHash.Of(keyHash.Span);
        if (!documents.TryFindKey(hash, out var key) || documents.Find(key.Organization) is not { } organization) return new(Unknown);
        if (!organization.Access.TryGetValue((hash, actingUserId), out var answer))
        {
            answer = Judge(organization, key.KeyId, hash, actingUserId);
            if (answer.Access is null) return new(answer with { Owner = new(key.Organization, key.KeyId) });
            // Bounded: names of acting users that nobody has would fill it otherwise.
            if (organization.Access.Count < PublishedOrganization.MostAnswers) organization.Access[(hash, actingUserId)] = answer;
        }
        // By the time that entries expire by: this node's own clock ends no session late.
        return new(answer.Access?.ExpiresAt is { } until && until.ToUnixTimeMilliseconds() <= test.NowMilliseconds
            ? Unknown with { Owner = new(key.Organization, key.KeyId) }
            : answer);
    }

    /// <summary>A key can have got another secret since the hash was looked up: what was found by the old one is nobody's.</summary>
    static AccessAnswer Judge(PublishedOrganization organization, string keyId, KeyHash hash, string? actingUserId) =>
        organization.Documents.ApiKeys.TryGetValue(keyId, out var key) && KeyHash.Parse(key.Hash) == hash
            ? AccessRules.Judge(organization.Documents, keyId, actingUserId)
            : Unknown;
}
