using DncActors.Contracts.Access;
using DncActors.Grains.Following;
using DncActors.Grains.Organizations;

namespace DncActors.Grains.Access;

/// <summary>Turns keys into callers from this node's memory. Without a lease nobody is let in: the revocation of a key may be acknowledged that this node
/// has not heard of.</summary>
sealed class AccessDirectory(PublishedDocuments documents, INodeLease lease) : IAccessDirectory
{
    public ValueTask<AccessAnswer> ResolveAsync(ReadOnlyMemory<byte> keyHash, string? actingUserId)
    {
        if (!lease.Test().Holds) return new(new AccessAnswer(null, AccessDenial.NotReady));
        if (!documents.TryFindKey(KeyHash.Of(keyHash.Span), out var key) || documents.Find(key.Organization) is not { } organization)
        {
            return new(new AccessAnswer(null, AccessDenial.UnknownKey));
        }
        if (organization.Access.TryGetValue((key.KeyId, actingUserId), out var answer)) return new(answer);
        answer = AccessRules.Judge(organization.Documents, key.KeyId, actingUserId);
        if (answer.Access is null) return new(answer with { Owner = new(key.Organization, key.KeyId) });
        // Bounded: names of acting users that nobody has would fill it otherwise.
        if (organization.Access.Count < PublishedOrganization.MostAnswers) organization.Access[(key.KeyId, actingUserId)] = answer;
        return new(answer);
    }
}
